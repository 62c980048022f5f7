/** The language of searches: read by a parser that takes whatever comes and never asks for more than its bounds. Pure. */
@NullMarked
package broadsheet.console.query;

import org.jspecify.annotations.NullMarked;
