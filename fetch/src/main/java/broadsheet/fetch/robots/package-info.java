/** What a site's robots.txt and X-Robots-Tag allow. */
@NullMarked
package broadsheet.fetch.robots;

import org.jspecify.annotations.NullMarked;
