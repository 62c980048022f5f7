/** What pages come wrapped in beside archives: the JSON envelope, ninjs items. */
@NullMarked
package broadsheet.ingest.wrap;

import org.jspecify.annotations.NullMarked;
