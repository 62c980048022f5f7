package broadsheet.model;

/**
 * Says that an article's text is another article's.
 *
 * @param id article id of the original
 * @param similarity share of the shorter text that both have, from 0 to 1
 * @param method name and version of the comparison
 * @param fuller whether the copy has notably more text than the original
 */
public record CopyOf(String id, double similarity, String method, boolean fuller) {}
