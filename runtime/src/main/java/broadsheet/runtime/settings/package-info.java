/** What a process is told, and why it does not start if it was told wrongly. */
@NullMarked
package broadsheet.runtime.settings;

import org.jspecify.annotations.NullMarked;
