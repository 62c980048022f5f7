/** Addresses that may be asked, one request at a time, and what comes back within limits. */
@NullMarked
package broadsheet.fetch.http;

import org.jspecify.annotations.NullMarked;
