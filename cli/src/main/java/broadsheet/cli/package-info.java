/** The command line: commands, and the stages made from settings. */
@NullMarked
package broadsheet.cli;

import org.jspecify.annotations.NullMarked;
