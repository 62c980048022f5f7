package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.limits.Lower;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Tells what is said of the page's own article from what is said of other stories on the page: the own one has the page's
 * address or its headline.
 */
final class OwnPage {
    private static final Pattern SCHEME = Pattern.compile("^(?:https?:)?//(?:www\\.)?");
    private static final Pattern FRAGMENT = Pattern.compile("#.*$");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    /** Share of its words that a headline must have in common with a title of the page. */
    private static final double SAME = 0.6;

    private static final double FOREIGN = 0.3;
    private static final int ENOUGH = 12;

    private final Set<String> addresses = new HashSet<>();
    private final Set<String> titles = new HashSet<>();
    private final List<Set<String>> words;

    /** @param url that was fetched; blank if unknown */
    OwnPage(String url, Marks marks) {
        Stream.of(Optional.of(url), marks.link("canonical"), marks.meta("og:url"))
                .flatMap(Optional::stream)
                .map(OwnPage::address)
                .filter(address -> address.indexOf('/') > 0)
                .forEach(addresses::add);
        Stream<String> headings = marks.headings().stream()
                .filter(heading -> heading.normalName().equals("h1"))
                .map(Element::text);
        Stream<String> stated = Stream.of(
                        marks.meta("og:title"), marks.meta("twitter:title"), Optional.of(marks.title()))
                .flatMap(Optional::stream);
        Stream.concat(stated, headings)
                .map(String::strip)
                .filter(title -> !title.isEmpty())
                .forEach(titles::add);
        words = titles.stream().map(OwnPage::words).toList();
    }

    /** The object among articles that is the page's own; empty if all are of other stories. */
    Optional<JsonNode> of(List<JsonNode> articles) {
        JsonNode best = null;
        int most = Integer.MIN_VALUE;
        for (JsonNode article : articles) {
            int rank = rank(article);
            if (rank > most && rank > FOREIGN_RANK) {
                most = rank;
                best = article;
            }
        }
        return Optional.ofNullable(best);
    }

    private static final int FOREIGN_RANK = -10;

    private int rank(JsonNode article) {
        Optional<Boolean> address = hasAddress(article);
        double likeness = JsonLd.text(article, "headline")
                .or(() -> JsonLd.text(article, "name"))
                .map(this::likeness)
                .orElse(-1.0);
        if (address.filter(same -> !same).isPresent() && likeness >= 0 && likeness < FOREIGN) {
            return FOREIGN_RANK;
        }
        int rank = address.map(same -> same ? 4 : -1).orElse(0);
        rank += likeness >= SAME ? 3 : likeness >= 0 && likeness < FOREIGN ? -2 : 0;
        return rank + (isNews(article) ? 2 : 0);
    }

    private static boolean isNews(JsonNode article) {
        return JsonLd.types(article).stream()
                .anyMatch(type -> type.endsWith("Article") || type.endsWith("Posting") || type.equals("Report"));
    }

    /** Whether an object names the page's address as its own; empty if it names none. */
    private Optional<Boolean> hasAddress(JsonNode article) {
        JsonNode page = article.path("mainEntityOfPage");
        List<String> named = Stream.of(
                        article.path("url"), article.path("@id"), page, page.path("@id"), page.path("url"))
                .filter(JsonNode::isTextual)
                .map(node -> address(node.asText()))
                .filter(address -> address.indexOf('/') > 0)
                .toList();
        return named.isEmpty() || addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(named.stream().anyMatch(addresses::contains));
    }

    /** Whether a text says the same as one of the page's titles. */
    boolean isTitle(String text) {
        return likeness(text) >= SAME;
    }

    /** Whether a text has next to nothing in common with the page's titles. */
    boolean isForeign(String text) {
        return !titles.isEmpty() && likeness(text) < FOREIGN;
    }

    /** The most that a text has in common with one of the page's titles, from 0 to 1. */
    private double likeness(String text) {
        String plain = Block.plain(text);
        if (plain.length() > ENOUGH && titles.stream().map(Block::plain).anyMatch(title -> title.contains(plain))) {
            return 1;
        }
        Set<String> one = words(text);
        double most = 0;
        for (Set<String> other : words) {
            long both = one.stream().filter(other::contains).count();
            most = Math.max(most, 2.0 * both / Math.max(1, one.size() + other.size()));
        }
        return most;
    }

    private static Set<String> words(String text) {
        return Set.copyOf(new HashSet<>(List.of(NO_WORD.split(Lower.of(text), 0))));
    }

    private static String address(String url) {
        String plain = SCHEME.matcher(url.strip()).replaceFirst("");
        plain = FRAGMENT.matcher(plain).replaceFirst("");
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
