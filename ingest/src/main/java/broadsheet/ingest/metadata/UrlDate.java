package broadsheet.ingest.metadata;

import broadsheet.model.Provenance;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day in a page's address: {@code /2023/10/03/}, {@code -20231003}, {@code /2023/october/03/}. */
final class UrlDate {
    private static final Pattern NUMBERS =
            Pattern.compile("[/_.=-]((?:19|20)\\d{2})[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\\d|3[01])(?!\\d)");
    /** Without leading zeros the parts are known by their slashes alone. */
    private static final Pattern FOLDERS =
            Pattern.compile("/((?:19|20)\\d{2})/(\\d{1,2}|\\p{L}{3,10})/(\\d{1,2})(?:/|$)");

    private UrlDate() {}

    static Optional<Found<ClaimedTime>> find(String url, DateText reader) {
        Matcher numbers = NUMBERS.matcher(url);
        if (numbers.find()) {
            return read(numbers, reader);
        }
        Matcher folders = FOLDERS.matcher(url);
        return folders.find() ? read(folders, reader) : Optional.empty();
    }

    private static Optional<Found<ClaimedTime>> read(Matcher at, DateText reader) {
        String joint = Character.isDigit(at.group(2).charAt(0)) ? "-" : " ";
        return reader.read(at.group(1) + joint + at.group(2) + joint + at.group(3))
                .map(claim -> new Found<>(claim, Provenance.URL));
    }
}
