/** A page's elements, read once into blocks of text and the scopes that hold them. */
@NullMarked
package broadsheet.ingest.html;

import org.jspecify.annotations.NullMarked;
