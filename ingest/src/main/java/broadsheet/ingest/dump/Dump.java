package broadsheet.ingest.dump;

import java.util.List;
import java.util.Optional;

/**
 * The article in a page that came as plain text.
 *
 * @param headline empty if none could be told from the text
 * @param authors names of people in by-lines
 * @param dateLine the line that gives the date, as it stands there
 * @param section the section that the page names, as in {@code [WORLD] Latest Stories}
 * @param body blocks separated by a blank line; empty if there is no running text
 * @param confidence share of the page's running text that is in the body, from 0 to 1
 */
public record Dump(
        Optional<String> headline,
        List<String> authors,
        Optional<String> dateLine,
        Optional<String> section,
        String body,
        double confidence) {}
