package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.model.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Chooses the headline among what the page offers. In this order: the heading that the stated titles (social, structured,
 * title element) agree with most, for it is what readers see; the only h1 of the page; a stated title without the site's
 * name. A heading that only names the site is none.
 */
final class Headlines {
    private static final Pattern JOINT = Pattern.compile("\\s+[|–—·•»«:/-]+\\s+|\\s*[|»«]\\s*|\\s+::\\s+");
    private static final double AGREES = 0.5;
    private static final double AGREES_FOR_H2 = 0.85;
    private static final int LONGEST = 300;

    private final Marks marks;
    private final List<Found<String>> stated = new ArrayList<>();
    private final Optional<String> site;
    private final String host;

    private Headlines(Marks marks, JsonLd data, Optional<String> site, String host) {
        this.marks = marks;
        this.site = site;
        this.host = host;
        state(marks.meta("og:title"), Provenance.META);
        state(JsonLd.text(data.article(), "headline"), Provenance.JSON_LD);
        state(marks.meta("twitter:title"), Provenance.META);
        state(Optional.of(marks.title()), Provenance.HTML);
    }

    private void state(Optional<String> title, Provenance where) {
        title.flatMap(JsonLd::clean).map(this::withoutSite).ifPresent(text -> stated.add(new Found<>(text, where)));
    }

    static Optional<Found<String>> find(Marks marks, JsonLd data, Optional<String> site, String host) {
        return new Headlines(marks, data, site, host).find();
    }

    private Optional<Found<String>> find() {
        Optional<String> heading =
                best("h1", AGREES).or(() -> best("h2", AGREES_FOR_H2)).or(this::onlyHeading);
        if (heading.isPresent()) {
            return Optional.of(new Found<>(withoutKicker(heading.get()), Provenance.HTML));
        }
        return stated.stream()
                .filter(found -> !isSite(Block.plain(found.value())))
                .findFirst()
                .or(() -> headings("h1").stream().findFirst().map(text -> new Found<>(text, Provenance.HTML)))
                .or(() -> headings("h2").stream().findFirst().map(text -> new Found<>(text, Provenance.HTML)))
                .or(() -> stated.stream().findFirst());
    }

    private List<String> headings(String level) {
        return marks.headings().stream()
                .filter(heading -> heading.normalName().equals(level))
                .map(Element::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() < LONGEST)
                .filter(text -> !isSite(Block.plain(text)))
                .distinct()
                .toList();
    }

    private Optional<String> best(String level, double least) {
        double most = least;
        Optional<String> best = Optional.empty();
        for (String heading : headings(level)) {
            double agreement = stated.stream()
                    .mapToDouble(found -> agreement(heading, found.value()))
                    .max()
                    .orElse(0);
            if (agreement > most) {
                most = agreement;
                best = Optional.of(heading);
            }
        }
        return best;
    }

    private Optional<String> onlyHeading() {
        List<String> all = headings("h1");
        return all.size() == 1 && Block.plain(all.get(0)).length() > 8 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Share of words that two titles have in common; 1 if one contains all of the other, and that is not just a word. */
    private static double agreement(String heading, String title) {
        Set<String> one = words(heading);
        Set<String> other = words(title);
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        double dice = 2.0 * both.size() / (one.size() + other.size());
        boolean contained = one.size() > 2 && both.size() == one.size();
        return contained ? Math.max(dice, 0.9) : dice;
    }

    private static Set<String> words(String text) {
        Set<String> words =
                new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", 0)));
        words.remove("");
        return words;
    }

    /** A heading whose end is what the page states elsewhere as its title has a kicker before it. */
    private String withoutKicker(String heading) {
        String whole = Block.plain(heading);
        for (Found<String> found : stated) {
            String title = Block.plain(found.value());
            if (title.length() < whole.length() && title.length() * 2 > whole.length() && whole.endsWith(title)) {
                return found.value();
            }
        }
        return heading;
    }

    /** A title without the parts that name the site: "Headline | The Courier". */
    private String withoutSite(String title) {
        String[] parts = JOINT.split(title, 0);
        if (parts.length < 2) {
            return title;
        }
        String last = parts[parts.length - 1];
        boolean shortTail = title.contains("|") && last.length() * 3 < title.length();
        if (isSite(Block.plain(last)) || shortTail) {
            return trimJoint(title.substring(0, title.lastIndexOf(last)));
        }
        return isSite(Block.plain(parts[0])) ? trimJoint(title.substring(parts[0].length())) : title;
    }

    private boolean isSite(String part) {
        String name = site.map(Block::plain).orElse("");
        String domain = Block.plain(host.replaceFirst("^www\\.", ""));
        return part.length() > 2
                && (part.equals(name)
                        || domain.startsWith(part)
                        || (name.length() > 3 && part.startsWith(name) && part.length() < name.length() + 12));
    }

    private static String trimJoint(String text) {
        return text.replaceAll("^[\\s|–—·•»«:/-]+|[\\s|–—·•»«:/-]+$", "");
    }
}
