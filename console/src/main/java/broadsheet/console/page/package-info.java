/** Answers as pages: HTML made on the server, of nodes that escape what they hold. Pure. */
@NullMarked
package broadsheet.console.page;

import org.jspecify.annotations.NullMarked;
