/** Feeds as they are fetched: entries, their identity, the feed's wishes, and where a site has them. */
@NullMarked
package broadsheet.fetch.feed;

import org.jspecify.annotations.NullMarked;
