/** Answers as feeds: Atom, RSS, JSON Feed, NDJSON and CSV. Pure. */
@NullMarked
package broadsheet.console.feed;

import org.jspecify.annotations.NullMarked;
