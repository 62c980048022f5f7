/** Enriched articles to one record per article: versions, copies and takedowns. */
@NullMarked
package broadsheet.sink;

import org.jspecify.annotations.NullMarked;
