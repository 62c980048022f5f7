/**
 * How pages are packed and archived: gzip, Brotli and Zstandard, and the records of WARC archives. Whoever sends pages and
 * whoever reads them go by the same rules.
 */
@NullMarked
package broadsheet.archive;

import org.jspecify.annotations.NullMarked;
