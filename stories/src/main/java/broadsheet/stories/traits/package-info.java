/** What an article shows of its event: words, names and numbers with their rarity. Pure. */
@NullMarked
package broadsheet.stories.traits;

import org.jspecify.annotations.NullMarked;
