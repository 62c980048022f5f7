/** Stories: which articles tell of the same event. The command, and what it is made of. */
@NullMarked
package broadsheet.stories;

import org.jspecify.annotations.NullMarked;
