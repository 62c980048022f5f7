/**
 * Producers: files and WARC archives to {@code news.raw-pages}.
 *
 * <p>A {@link broadsheet.publish.PageSource} finds pages, a {@link broadsheet.publish.Publisher} sends them.
 */
@NullMarked
package broadsheet.publish;

import org.jspecify.annotations.NullMarked;
