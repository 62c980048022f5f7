/** Raw page to article, or to a rejection that says why not. */
@NullMarked
package broadsheet.ingest;

import org.jspecify.annotations.NullMarked;
