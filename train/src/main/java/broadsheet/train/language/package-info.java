/** Makes the letter statistics that tell the language of a text. */
@NullMarked
package broadsheet.train.language;

import org.jspecify.annotations.NullMarked;
