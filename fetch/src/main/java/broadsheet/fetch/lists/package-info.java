/** Lists of feeds: OPML, and plain text. */
@NullMarked
package broadsheet.fetch.lists;

import org.jspecify.annotations.NullMarked;
