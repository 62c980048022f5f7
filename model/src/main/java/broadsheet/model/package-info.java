/** The records that cross a topic, with their serdes, schemas and topics. Knows no other module. */
@NullMarked
package broadsheet.model;

import org.jspecify.annotations.NullMarked;
