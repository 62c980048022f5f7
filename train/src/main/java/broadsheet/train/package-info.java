/** Makes the model files that other modules ship; never shipped itself. */
@NullMarked
package broadsheet.train;

import org.jspecify.annotations.NullMarked;
