package broadsheet.ingest.body;

import java.util.List;

/**
 * What the page's metadata tells about where its text is. All may be blank or empty.
 *
 * @param headline stands where the article begins
 * @param description often repeats the article's lead
 * @param authors stand in by-lines and boxes
 * @param articleBody the text in the page's structured data: the article or a teaser of it
 */
public record Hints(String headline, String description, List<String> authors, String articleBody) {
    public Hints {
        authors = List.copyOf(authors);
    }

    /** Nothing is known but the headline. */
    public static Hints of(String headline) {
        return new Hints(headline, "", List.of(), "");
    }
}
