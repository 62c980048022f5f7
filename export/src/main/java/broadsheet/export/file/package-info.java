/**
 * Files. {@link broadsheet.export.file.Mirror} has the last record of each article on the disk, beside the file; a {@link
 * broadsheet.export.file.Layout} writes the file from it, whole, and it takes the place of the one before.
 */
@NullMarked
package broadsheet.export.file;

import org.jspecify.annotations.NullMarked;
