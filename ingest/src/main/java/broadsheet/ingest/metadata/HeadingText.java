package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** What a heading shows as the headline: not the labels of buttons and drawings in it, nor the line above the headline. */
final class HeadingText implements NodeFilter {
    private static final Pattern BLANKS = Pattern.compile("\\s{1,100}+");
    private static final String[] HIDDEN = {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader", "u-hidden"
    };
    private static final String[] ABOVE = {
        "kicker",
        "overline",
        "dachzeile",
        "eyebrow",
        "topline",
        "roofline",
        "spitzmarke",
        "pretitle",
        "antetitulo",
        "volanta",
        "surtitre",
        "occhiello",
        "cintillo",
        "superhead"
    };

    private final Element heading;
    private final StringBuilder text = new StringBuilder();

    private HeadingText(Element heading) {
        this.heading = heading;
    }

    static String of(Element heading) {
        if (heading.childrenSize() == 0) {
            return heading.text().strip();
        }
        var shown = new HeadingText(heading);
        heading.filter(shown);
        String text = BLANKS.matcher(shown.text.toString().strip()).replaceAll(" ");
        return text.isEmpty() ? heading.text().strip() : text;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element && !element.equals(heading)) {
            if (isNoHeadline(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (element.isBlock() || element.normalName().equals("br")) {
                text.append(' ');
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !element.equals(heading) && element.isBlock()) {
            text.append(' ');
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isNoHeadline(Element element) {
        switch (element.normalName()) {
            case "svg", "button", "script", "style", "template", "noscript" -> {
                return true;
            }
            default -> {
                String names = Lower.of(Clip.to(Limits.NAMES, element.className()));
                return holdsAny(names, HIDDEN) || holdsAny(names, ABOVE);
            }
        }
    }

    private static boolean holdsAny(String names, String[] parts) {
        for (String part : parts) {
            if (!names.isEmpty() && names.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
