package broadsheet.enrich.sections;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of a URL that may name a section: a speaking host, and the folders above the page. */
final class UrlWords {

    /** Deeper folders are dates, authors and titles. */
    private static final int DEEPEST = 4;

    private static final Pattern SEPARATORS = Pattern.compile("[-_+]+");

    private UrlWords() {}

    /** Such words in the order of the URL; none if it is no URL. */
    static List<String> of(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return List.of();
        }
        var words = new ArrayList<String>();
        Optional.ofNullable(uri.getHost())
                .map(host -> host.split("\\.", -1))
                .filter(labels -> labels.length > 2)
                .ifPresent(labels -> words.add(labels[0]));
        String[] segments = Optional.ofNullable(uri.getPath()).orElse("").split("/", -1);
        for (int i = 1; i < Math.min(segments.length - 1, DEEPEST + 1); i++) {
            words.add(SEPARATORS.matcher(segments[i]).replaceAll(" "));
        }
        return words;
    }
}
