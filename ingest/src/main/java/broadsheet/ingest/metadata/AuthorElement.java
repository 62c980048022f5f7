package broadsheet.ingest.metadata;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * An element that is named for authors.
 *
 * @param element as found on the page
 */
record AuthorElement(Element element) {
    private static final Evaluator LINKS =
            Selector.evaluatorOf("[itemprop=name], [rel~=author], .fn, a[href*=author], a[href*=autor]");
    /** As many names as a by-line links. */
    private static final int MOST_LINKS = 10;

    /** What it says before date, role and buttons; empty if that is more than a by-line has. */
    Optional<String> text(int longest) {
        if (element.hasAttr("content")) {
            return Optional.of(element.attr("content")).filter(text -> text.length() < longest);
        }
        Elements links = element.select(LINKS);
        links.removeIf(link -> link.text().isBlank());
        boolean isLong = Length.exceeds(element, longest);
        if (isLong && links.isEmpty()) {
            return Optional.empty();
        }
        String text = links.isEmpty() ? lines(element) : names(links, isLong ? 1 : MOST_LINKS);
        return Optional.of(Byline.beforeTrimmings(text)).filter(line -> line.length() < longest);
    }

    /** What the links say, each once: one may hold another. */
    private static String names(Elements links, int most) {
        return links.stream().limit(most).map(AuthorElement::lines).distinct().collect(Collectors.joining("\n"));
    }

    /** Whether the page links its authors here, or says by microdata that the element names one. */
    boolean isLinked() {
        return element.hasAttr("itemprop") || element.is(LINKS) || element.selectFirst(LINKS) != null;
    }

    /** The text, with a new line between elements without a blank between them: styles set apart what markup has joined. */
    private static String lines(Element element) {
        var text = new StringBuilder();
        element.forEachNode(node -> {
            if (node instanceof TextNode words && !words.isBlank()) {
                if (!text.isEmpty()) {
                    text.append(isApart(words) ? ' ' : '\n');
                }
                text.append(words.text().strip());
            }
        });
        return text.toString();
    }

    /** Whether a blank stands before a text, or at the end of that before it. */
    private static boolean isApart(TextNode words) {
        String text = words.getWholeText();
        return Character.isWhitespace(text.charAt(0));
    }
}
