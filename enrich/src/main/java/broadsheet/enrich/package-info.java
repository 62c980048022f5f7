/** Article to enriched article: language, entities, sections. */
@NullMarked
package broadsheet.enrich;

import org.jspecify.annotations.NullMarked;
