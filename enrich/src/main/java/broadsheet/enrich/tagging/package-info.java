/**
 * Marks names in text: text to tokens to features to labels, by a linear-chain model.
 *
 * <p>It is public because two sides use it: {@code broadsheet.enrich.entities} at run time and the training program,
 * which must see the same tokens and the same features.
 */
@NullMarked
package broadsheet.enrich.tagging;

import org.jspecify.annotations.NullMarked;
