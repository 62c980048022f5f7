/** RSS, Atom and JSON Feed, and the text of their entries. */
@NullMarked
package broadsheet.ingest.feed;

import org.jspecify.annotations.NullMarked;
