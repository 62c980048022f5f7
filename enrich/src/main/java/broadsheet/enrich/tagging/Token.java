package broadsheet.enrich.tagging;

/**
 * A piece of text that the tagger labels as one.
 *
 * @param start offset of its first character in the text, in UTF-16 code units
 * @param end offset after its last character
 * @param text its characters
 * @param glued whether it follows the token before it without a space
 * @param sort what a dictionary makes of it: its part of speech; empty where no dictionary is asked
 * @param word the word that it is in: itself, or in Chinese, where a token is a character, what that is part of
 */
public record Token(int start, int end, String text, boolean glued, String sort, String word) {
    /** A word that no dictionary was asked about. */
    public Token(int start, int end, String text, boolean glued) {
        this(start, end, text, glued, "", text);
    }

    /** The same place with other characters. */
    public Token reading(String other) {
        return new Token(start, end, other, glued, sort, other);
    }
}
