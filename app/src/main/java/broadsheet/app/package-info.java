/** The command line, the one-process demo and the operations. */
@NullMarked
package broadsheet.app;

import org.jspecify.annotations.NullMarked;
