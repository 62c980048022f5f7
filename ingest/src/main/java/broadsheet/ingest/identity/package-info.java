/** What makes two pages the same article: canonical URLs and article ids. */
@NullMarked
package broadsheet.ingest.identity;

import org.jspecify.annotations.NullMarked;
