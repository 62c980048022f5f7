package broadsheet.console.index;

/**
 * How often a value is found.
 *
 * @param value as the articles have it
 * @param count in how many of them
 */
public record FacetCount(String value, int count) {}
