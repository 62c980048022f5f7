/** What pages come wrapped in: gzip, the JSON envelope, WARC records, ninjs items. */
@NullMarked
package broadsheet.ingest.wrap;

import org.jspecify.annotations.NullMarked;
