/** Tells pages that are no articles, and of which kind they are. */
@NullMarked
package broadsheet.ingest.kind;

import org.jspecify.annotations.NullMarked;
