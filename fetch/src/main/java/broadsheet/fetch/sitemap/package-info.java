/** Sitemaps, their indexes, and the news in them. */
@NullMarked
package broadsheet.fetch.sitemap;

import org.jspecify.annotations.NullMarked;
