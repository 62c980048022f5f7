/** What was put in, held against what came of it: the books, what is still before the stages, who has fallen silent. */
@NullMarked
package broadsheet.ledger;

import org.jspecify.annotations.NullMarked;
