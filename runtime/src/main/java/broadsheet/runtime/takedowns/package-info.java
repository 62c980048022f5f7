/** The takedowns in force, as every stage and command sees them. */
@NullMarked
package broadsheet.runtime.takedowns;

import org.jspecify.annotations.NullMarked;
