/** From bytes to text: what kind of page it is, and in which encoding. */
@NullMarked
package broadsheet.ingest.bytes;

import org.jspecify.annotations.NullMarked;
