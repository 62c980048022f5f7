/** Subscriptions to polite requests to raw pages. */
@NullMarked
package broadsheet.fetch;

import org.jspecify.annotations.NullMarked;
