package broadsheet.enrich.tagging;

/**
 * A piece of text that the tagger labels as one.
 *
 * @param start offset of its first character in the text, in UTF-16 code units
 * @param end offset after its last character
 * @param text its characters
 * @param glued whether it follows the token before it without a space
 */
public record Token(int start, int end, String text, boolean glued) {}
