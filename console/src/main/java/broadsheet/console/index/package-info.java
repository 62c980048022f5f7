/** The search index: an {@link broadsheet.export.Target} of the export, and what is asked of it. */
@NullMarked
package broadsheet.console.index;

import org.jspecify.annotations.NullMarked;
