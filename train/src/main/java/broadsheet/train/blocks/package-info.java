/** Trains the model that judges blocks of a page, and validates it on sites that it has not seen. */
@NullMarked
package broadsheet.train.blocks;

import org.jspecify.annotations.NullMarked;
