/** Makes the model of stories: frequencies of words, and weights of the likeness. */
@NullMarked
package broadsheet.train.stories;

import org.jspecify.annotations.NullMarked;
