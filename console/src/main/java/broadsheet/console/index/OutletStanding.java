package broadsheet.console.index;

import java.time.Instant;

/**
 * What there is of an outlet.
 *
 * @param source its domain
 * @param originals articles of it
 * @param copies articles of it that were published elsewhere before
 * @param latest when the latest of both was published
 */
public record OutletStanding(String source, int originals, int copies, Instant latest) {}
