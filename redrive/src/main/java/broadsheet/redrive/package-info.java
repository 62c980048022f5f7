/** Sends back what a stage could not use, and says beforehand what would come of it. */
@NullMarked
package broadsheet.redrive;

import org.jspecify.annotations.NullMarked;
