package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.limits.Limits;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** How a page names its site: as stated, by its host, and by the headings that are links to the front page. */
final class SiteNames {
    private static final Pattern JOINT =
            Pattern.compile("\\s{1,2}[|–—·•»«:/-]{1,40}\\s{1,2}|\\s{0,2}[|»«]\\s{0,2}|\\s{1,2}::\\s{1,2}");
    private static final Pattern INDEX = Pattern.compile("index\\.\\w{1,9}$");
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Evaluator LINK = Selector.evaluatorOf("a[href]");
    private static final String JOINTS = " \t\n\013\f\r|–—·•»«:/-";

    private final String name;
    private final String domain;
    private final String url;
    private final List<String> headings;

    SiteNames(Optional<String> stated, String url, Marks marks) {
        this.url = url;
        name = stated.map(Block::plain).orElse("");
        String host = MetadataReader.host(url);
        domain = Block.plain(host.startsWith("www.") ? host.substring(4) : host);
        headings = marks.headings().stream()
                .filter(this::leadsHome)
                .map(Element::text)
                .filter(text -> Block.plain(text).length() > 3)
                .toList();
    }

    /** Whether all of a heading is a link to a page above this one: that names the site or its section. */
    boolean leadsHome(Element heading) {
        Element link = heading.selectFirst(LINK);
        if (link == null
                || url.isBlank()
                || link.attr("href").length() > Limits.URL
                || !link.text().strip().equals(heading.text().strip())) {
            return false;
        }
        String target = withoutScheme(INDEX.matcher(link.absUrl("href")).replaceFirst(""));
        String own = withoutScheme(url);
        String folder = target.endsWith("/") ? target : target + "/";
        return !target.isEmpty() && own.length() > folder.length() && own.startsWith(folder);
    }

    private static String withoutScheme(String url) {
        return SCHEME.matcher(url).replaceFirst("");
    }

    /** Whether a text is the name of the site or begins with it and says little more. */
    boolean isSite(String text) {
        String part = Block.plain(text);
        return part.length() > 2
                && (part.equals(name)
                        || domain.startsWith(part)
                        || (name.length() > 3 && part.startsWith(name) && part.length() < name.length() + 12));
    }

    /** Whether a text is just the stated name. */
    boolean isNamed(String text) {
        return Block.plain(text).equals(name);
    }

    /** A title without the parts that name the site: "Headline | The Courier"; behind a bar, a short end is such. */
    String cutFrom(String title) {
        String cut = cutNameFrom(title);
        String[] parts = JOINT.split(cut, 0);
        String last = parts.length == 0 ? "" : parts[parts.length - 1];
        boolean shortTail = parts.length > 1 && cut.contains("|") && last.length() * 3 < cut.length();
        return shortTail ? trimJoint(cut.substring(0, cut.lastIndexOf(last))) : cut;
    }

    /** A text without a first or last part that is the site's name. */
    String cutNameFrom(String text) {
        for (String heading : headings) {
            if (text.length() > heading.length() + 3 && text.startsWith(heading)) {
                return trimJoint(text.substring(heading.length()));
            }
        }
        String[] parts = JOINT.split(text, 0);
        if (parts.length < 2) {
            return text;
        }
        String last = parts[parts.length - 1];
        if (isSite(last)) {
            return trimJoint(text.substring(0, text.lastIndexOf(last)));
        }
        return isSite(parts[0]) ? trimJoint(text.substring(parts[0].length())) : text;
    }

    /** Not a pattern: one that looks for the run at the end begins anew at each mark of a run of a hundred thousand. */
    private static String trimJoint(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && JOINTS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && JOINTS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
