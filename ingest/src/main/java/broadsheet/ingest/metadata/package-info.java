/** What a page says about its article: headline, authors, dates and the rest, with where it says it. */
@NullMarked
package broadsheet.ingest.metadata;

import org.jspecify.annotations.NullMarked;
