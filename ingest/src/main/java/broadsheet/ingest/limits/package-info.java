/** How much of a page is read: each limit once, and what happens beyond it. */
@NullMarked
package broadsheet.ingest.limits;

import org.jspecify.annotations.NullMarked;
