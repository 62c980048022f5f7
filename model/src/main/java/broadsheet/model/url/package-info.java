/**
 * Addresses of the Web, read as browsers read them, and what in them tells one article from another.
 *
 * <p>{@link broadsheet.model.url.Url} is any http or https URL in one spelling. {@link
 * broadsheet.model.url.ArticleUrl} is what is left of it when everything is gone that makes no other article: caches
 * and archives, AMP and print variants, tracking and sessions. {@link broadsheet.model.url.Site} says who may speak for
 * whom.
 */
@NullMarked
package broadsheet.model.url;

import org.jspecify.annotations.NullMarked;
