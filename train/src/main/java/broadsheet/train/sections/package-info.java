/** Makes the table of votes that tells the sections of a text. */
@NullMarked
package broadsheet.train.sections;

import org.jspecify.annotations.NullMarked;
