package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.limits.Limits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * How a page names its site: as stated, by its host, by its links to the front page and by the headings that are such links;
 * and, where it stands at the end of a title, by its copyright line.
 */
final class SiteNames {
    private static final Evaluator LINK = Selector.evaluatorOf("a[href]");
    private static final Pattern INDEX = Pattern.compile("(?:index\\.\\w{1,10})?$");
    private static final Pattern SCHEME = Pattern.compile("^https?://(?:www\\.)?");
    private static final Pattern ARTICLE = Pattern.compile(
            "^(?:the|der|die|das|le|la|les|el|los|il|lo|de|het|o|a|os|as)\\s+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_COPYRIGHT = 300;
    private static final int SHORTEST = 3;
    /** Letters of a part of a domain by which a name is known. */
    private static final int SHORTEST_LABEL = 4;

    private final String stated;
    private final String name;
    /** The host without dots, whole and without each of its first parts. */
    private final List<String> hosts;

    /** The parts of the host, and what begins with each. */
    private final Set<String> labels;

    private final String url;
    private final List<String> headings;
    private final Set<String> homes = new HashSet<>();
    private final List<String> written = new ArrayList<>();
    private final List<String> copyrights;

    SiteNames(Optional<String> stated, String url, Marks marks, Blocks blocks) {
        this.url = url;
        this.stated = stated.orElse("");
        name = stated.map(Block::plain).orElse("");
        String host = MetadataReader.host(url).replaceFirst("^www\\.", "");
        hosts = hosts(host);
        labels = Stream.concat(hosts.stream(), Stream.of(host.split("\\.", 0)).map(Block::plain))
                .filter(label -> label.length() >= SHORTEST_LABEL)
                .collect(Collectors.toUnmodifiableSet());
        headings = marks.headings().stream()
                .filter(this::leadsHome)
                .map(Element::text)
                .filter(text -> Block.plain(text).length() > SHORTEST)
                .toList();
        stated.filter(text -> text.length() > 1).ifPresent(written::add);
        for (String label : marks.homeLabels()) {
            String plain = Block.plain(label);
            if (plain.length() > 1 && isName(plain, label)) {
                homes.add(plain);
                written.add(label);
            }
        }
        copyrights = blocks.all().stream()
                .filter(block ->
                        block.letters() < LONGEST_COPYRIGHT && block.text().indexOf('©') >= 0)
                .map(block -> Block.plain(block.text()))
                .toList();
    }

    /** Whether the words of a link to the front page are a name, and not "Home" in some language. */
    private boolean isName(String plain, String label) {
        return label.indexOf(' ') > 0 || plain.equals(name) || isHost(plain);
    }

    private static List<String> hosts(String host) {
        String[] labels = host.split("\\.", 0);
        List<String> hosts = new ArrayList<>();
        for (int i = 0; i < labels.length - 1; i++) {
            hosts.add(Block.plain(String.join("", List.of(labels).subList(i, labels.length))));
        }
        return hosts;
    }

    private boolean isHost(String plain) {
        for (int i = 0; i < hosts.size(); i++) {
            if (plain.length() >= (i == 0 ? SHORTEST : SHORTEST_LABEL)
                    && hosts.get(i).startsWith(plain)) {
                return true;
            }
        }
        return false;
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
        String target = SCHEME.matcher(INDEX.matcher(link.absUrl("href")).replaceFirst(""))
                .replaceFirst("");
        String own = SCHEME.matcher(url).replaceFirst("");
        String folder = target.endsWith("/") ? target : target + "/";
        return !target.isEmpty() && own.length() > folder.length() && own.startsWith(folder);
    }

    /** Whether a text is the name of the site or begins with it and says little more. */
    boolean isSite(String text) {
        String part = Block.plain(text);
        String bare = Block.plain(ARTICLE.matcher(text.strip()).replaceFirst(""));
        return part.length() > 1
                && (part.equals(name)
                        || homes.contains(part)
                        || isHost(part)
                        || (bare.length() > SHORTEST && isHost(bare))
                        || (name.length() > SHORTEST && part.startsWith(name) && part.length() < name.length() + 12));
    }

    /** Whether the beginning of a title is the name of the site, and not a word that its host begins with too. */
    boolean isSiteAtTheStart(String text) {
        String part = Block.plain(text);
        String bare = Block.plain(ARTICLE.matcher(text.strip()).replaceFirst(""));
        return part.length() > 1
                && (part.equals(name) || homes.contains(part) || labels.contains(part) || labels.contains(bare));
    }

    /** Whether the end of a title is the name of the site: for that a copyright line may tell it too. */
    boolean isSiteAtTheEnd(String text) {
        String part = Block.plain(text);
        boolean owner = part.length() > SHORTEST
                && text.length() < 40
                && copyrights.stream().anyMatch(line -> line.contains(part));
        return owner || isSite(text);
    }

    /** Whether a text is what a link to the front page says. */
    boolean isHome(String text) {
        return homes.contains(Block.plain(text));
    }

    /** Whether a text is just the stated name. */
    boolean isNamed(String text) {
        return Block.plain(text).equals(name);
    }

    /** Whether a text is the stated name as it is written: "tinyhousejourney" is the account of the Tiny House Journey. */
    boolean isStated(String text) {
        return text.equalsIgnoreCase(stated);
    }

    /** Whether a text is a part of the page's address, as sections are. */
    boolean isSection(String text) {
        String part = Block.plain(text);
        return part.length() > 2
                && url.indexOf('/', 8) > 0
                && ("/" + url.substring(url.indexOf('/', 8) + 1))
                        .toLowerCase(Locale.ROOT)
                        .contains("/" + part + "/");
    }

    /** The names of the site as the page writes them, stated or on links to the front page. */
    List<String> written() {
        return written;
    }

    /** The headings that are links to the front page. */
    List<String> headings() {
        return headings;
    }
}
