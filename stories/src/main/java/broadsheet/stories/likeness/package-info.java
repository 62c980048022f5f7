/** How alike two articles are, by a few numbers and learned weights. Pure. */
@NullMarked
package broadsheet.stories.likeness;

import org.jspecify.annotations.NullMarked;
