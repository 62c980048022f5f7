/** The brokers: how each kind of client is set up, the topics as they have to be, and topics read from end to end. */
@NullMarked
package broadsheet.runtime.clients;

import org.jspecify.annotations.NullMarked;
