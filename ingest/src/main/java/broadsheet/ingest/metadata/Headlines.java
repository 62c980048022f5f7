package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import broadsheet.model.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses the headline among what the page offers. In this order: the h1 that the stated titles (social, structured,
 * title element) agree with most, for it is what readers see; an h2 that says the same as one of them; the only h1 that has anything to do with them; an h2 or h3
 * that agrees with them; a stated title without the site's name. A heading that only names the site is none.
 */
final class Headlines {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern DAY = Pattern.compile("^\\d{1,2}\\. ?(?:\\d{1,2}\\.|\\p{L}{1,20}) ?\\d{4}\\s{1,9}");
    private static final Pattern BAR = Pattern.compile("\\s{0,9}(?:[|/•·]|\\d{1,2}\\.\\d{1,2}\\.)");
    private static final double AGREES = 0.5;
    private static final double AGREES_FOR_LOWER = 0.85;
    private static final double AGREES_ALONE = 0.26;
    private static final double AGREES_LITTLE = 0.01;
    private static final double SAME = 0.99;
    private static final int LONGEST = 300;
    private static final int SHORTEST_ALONE = 8;
    private static final int SHORTEST_LOWER = 12;

    private static final List<Step<Headlines, Found<String>>> STEPS = List.of(
            new Step<>("title-h1-agrees", titles -> titles.shown(titles.best("h1", AGREES))),
            new Step<>("title-h2-says-the-same", titles -> titles.shown(titles.best("h2", SAME))),
            new Step<>("title-only-h1-agrees", titles -> titles.shown(titles.onlyHeading(AGREES_ALONE))),
            new Step<>("title-h2-agrees", titles -> titles.shown(titles.best("h2", AGREES_FOR_LOWER))),
            new Step<>("title-h3-agrees", titles -> titles.shown(titles.best("h3", AGREES_FOR_LOWER))),
            new Step<>(
                    "title-only-h1",
                    titles -> titles.shown(titles.onlyHeading(titles.stated.isEmpty() ? 0 : AGREES_LITTLE))),
            new Step<>("title-stated", Headlines::statedOfArticle),
            new Step<>("title-any-h1", titles -> titles.any("h1")),
            new Step<>("title-any-h2", titles -> titles.any("h2")),
            new Step<>(
                    "title-stated-as-the-site", titles -> titles.stated.stream().findFirst()));

    private final Marks marks;
    private final SiteNames site;
    private final TitleParts parts;
    /** What the page states as its title, without the site's name. */
    private final List<Found<String>> stated = new ArrayList<>();
    /** The same as written. */
    private final List<String> written = new ArrayList<>();
    /** The words of each of both. */
    private final Set<Set<String>> words = new LinkedHashSet<>();

    private final Map<String, List<String>> headings = new HashMap<>();

    private Headlines(Marks marks, JsonLd data, SiteNames site) {
        this.marks = marks;
        this.site = site;
        parts = new TitleParts(site, sections(marks, data));
        state(marks.meta("og:title"), Provenance.META);
        state(JsonLd.text(data.article(), "headline"), Provenance.JSON_LD);
        state(marks.meta("twitter:title"), Provenance.META);
        state(Optional.of(marks.title()), Provenance.HTML);
    }

    /** What the page calls its section, and the words of its menus. */
    private static Set<String> sections(Marks marks, JsonLd data) {
        Set<String> sections = new HashSet<>();
        JsonLd.text(data.article(), "articleSection").map(Block::plain).ifPresent(sections::add);
        for (String name : List.of("article:section", "section", "parsely-section")) {
            marks.meta(name).map(Block::plain).ifPresent(sections::add);
        }
        marks.menuLabels().stream().map(Block::plain).forEach(sections::add);
        return sections;
    }

    private void state(Optional<String> title, Provenance where) {
        title.map(text -> Clip.to(Limits.LINE, text)).flatMap(JsonLd::clean).ifPresent(text -> {
            int same = written.indexOf(text);
            String cut = same < 0 ? parts.cutFrom(text) : stated.get(same).value();
            written.add(text);
            stated.add(new Found<>(cut, where));
            if (same < 0) {
                words.add(words(text));
                words.add(words(cut));
            }
        });
    }

    /** The headline, without asking the steps of these names. */
    static Optional<Found<String>> find(Marks marks, JsonLd data, SiteNames site, Set<String> without) {
        return Step.first(STEPS, new Headlines(marks, data, site), without);
    }

    static List<String> steps() {
        return Step.names(STEPS);
    }

    private Optional<Found<String>> shown(Optional<String> heading) {
        return heading.map(this::trimmed).map(Found::inHtml);
    }

    private Optional<Found<String>> statedOfArticle() {
        return stated.stream().filter(found -> !site.isSite(found.value())).findFirst();
    }

    private Optional<Found<String>> any(String level) {
        return headings(level).stream().findFirst().map(Found::inHtml);
    }

    private List<String> headings(String level) {
        return headings.computeIfAbsent(level, this::read);
    }

    private List<String> read(String level) {
        return marks.headings().stream()
                .filter(heading -> heading.normalName().equals(level))
                .filter(heading -> !site.leadsHome(heading))
                .map(HeadingText::of)
                .filter(text -> !text.isEmpty() && text.length() < LONGEST)
                .filter(text -> !site.isSite(text) || (written.contains(text) && !site.isNamed(text)))
                .distinct()
                .toList();
    }

    private Optional<String> best(String level, double least) {
        double most = least;
        Optional<String> best = Optional.empty();
        for (String heading : headings(level)) {
            double agreement = agreement(heading);
            boolean longEnough = level.equals("h1") || Block.plain(heading).length() > SHORTEST_LOWER;
            if (agreement > most && longEnough) {
                most = agreement;
                best = Optional.of(heading);
            }
        }
        return best;
    }

    /**
     * The only h1.
     *
     * @param least how much it must have in common with a stated title
     */
    private Optional<String> onlyHeading(double least) {
        List<String> all = headings("h1");
        boolean alone = all.size() == 1 && Block.plain(all.get(0)).length() > SHORTEST_ALONE;
        return alone && agreement(all.get(0)) >= least ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The most that a heading has in common with a stated title, with or without the site's name. */
    private double agreement(String heading) {
        double most = 0;
        Set<String> one = words(heading);
        for (Set<String> title : words) {
            most = Math.max(most, agreement(one, title));
        }
        return most;
    }

    /** Share of words that two titles have in common; nearly 1 if one contains all of the other, and that is not just a word. */
    private static double agreement(Set<String> one, Set<String> other) {
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
        Set<String> words = new HashSet<>(Arrays.asList(BETWEEN_WORDS.split(Lower.of(text), 0)));
        words.remove("");
        return words;
    }

    /** A heading without what is put around the title in it: the site, a date, a kicker, what follows a bar. */
    private String trimmed(String heading) {
        String own = DAY.matcher(parts.cutNameFrom(heading)).replaceFirst("");
        String whole = Block.plain(own);
        for (Found<String> found : stated) {
            String title = Block.plain(found.value());
            if (title.length() < whole.length() && title.length() * 2 > whole.length()) {
                boolean afterKicker = whole.endsWith(title);
                boolean beforeBar = own.startsWith(found.value())
                        && BAR.matcher(own.substring(found.value().length())).lookingAt();
                if (afterKicker || beforeBar) {
                    return found.value();
                }
            }
        }
        return own;
    }
}
