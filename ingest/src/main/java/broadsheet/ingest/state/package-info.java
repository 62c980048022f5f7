/** Finds the article in what a page gives its scripts, where it shows next to nothing itself. */
@NullMarked
package broadsheet.ingest.state;

import org.jspecify.annotations.NullMarked;
