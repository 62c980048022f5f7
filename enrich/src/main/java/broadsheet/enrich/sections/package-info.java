/** Article to enriched article: language, entities, sections. */
@NullMarked
package broadsheet.enrich.sections;

import org.jspecify.annotations.NullMarked;
