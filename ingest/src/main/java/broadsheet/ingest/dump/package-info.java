/** Pages that arrive as plain text, boilerplate and all. */
@NullMarked
package broadsheet.ingest.dump;

import org.jspecify.annotations.NullMarked;
