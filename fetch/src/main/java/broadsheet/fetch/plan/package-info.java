/** When to ask for what: pure, and without a clock of its own. */
@NullMarked
package broadsheet.fetch.plan;

import org.jspecify.annotations.NullMarked;
