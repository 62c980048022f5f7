/** Article to enriched article: language, entities, sections. */
@NullMarked
package broadsheet.enrich.language;

import org.jspecify.annotations.NullMarked;
