/** Finds the article among the blocks of a page: rules, scorers and the arbiter between them. */
@NullMarked
package broadsheet.ingest.body;

import org.jspecify.annotations.NullMarked;
