package broadsheet.sink.takedowns;

import broadsheet.model.Takedown;

/**
 * A takedown in force that reaches an article.
 *
 * @param cause key of the takedown, in its one form
 * @param takedown who asked for it and why
 */
public record Ban(String cause, Takedown takedown) {}
