package broadsheet.model;

import java.time.Instant;

/**
 * A request to remove an article, or all of a domain. Its key says what: an article id, a URL or a domain.
 *
 * @param by who asks, as an operator would name them
 * @param why the ground: a court order, a publisher's wish, a person's right
 * @param at when it was asked, UTC
 */
public record Takedown(String by, String why, Instant at) {}
