/** Producers: files and WARC archives to {@code news.raw-pages}. */
@NullMarked
package broadsheet.publish;

import org.jspecify.annotations.NullMarked;
