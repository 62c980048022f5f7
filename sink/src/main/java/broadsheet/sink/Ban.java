package broadsheet.sink;

import broadsheet.model.Takedown;

/**
 * A takedown that is in force.
 *
 * @param cause key of the takedown, in its one form; another than the ban's own key where a takedown of a URL or domain
 *     has reached an article id
 * @param takedown who asked for it and why
 */
record Ban(String cause, Takedown takedown) {}
