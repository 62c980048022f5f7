package broadsheet.ingest.metadata;

import broadsheet.model.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Chooses the headline among what the page offers: the h1 if another statement confirms it, else the social or the
 * structured headline, without the name of the site.
 */
final class Headlines {
    private static final Pattern JOINT = Pattern.compile("\\s+[|–—·•»«:/-]+\\s+|\\s*[|»«]\\s*|\\s+::\\s+");

    private Headlines() {}

    static Optional<Found<String>> find(Marks marks, JsonLd data, Optional<String> site, String host) {
        List<Found<String>> stated = new ArrayList<>();
        marks.meta("og:title").flatMap(JsonLd::clean).ifPresent(t -> stated.add(new Found<>(t, Provenance.META)));
        JsonLd.text(data.article(), "headline").ifPresent(t -> stated.add(new Found<>(t, Provenance.JSON_LD)));
        marks.meta("twitter:title").flatMap(JsonLd::clean).ifPresent(t -> stated.add(new Found<>(t, Provenance.META)));
        JsonLd.clean(marks.title()).ifPresent(t -> stated.add(new Found<>(t, Provenance.HTML)));
        Optional<Found<String>> heading = confirmedHeading(marks, stated);
        if (heading.isPresent()) {
            return heading;
        }
        if (!stated.isEmpty()) {
            Found<String> first = stated.get(0);
            return Optional.of(new Found<>(withoutSite(first.value(), site, host), first.where()));
        }
        return marks.headings().stream()
                .map(Element::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> new Found<>(text, Provenance.HTML));
    }

    private static Optional<Found<String>> confirmedHeading(Marks marks, List<Found<String>> stated) {
        for (String level : List.of("h1", "h2")) {
            for (Element heading : marks.headings()) {
                String text = heading.text();
                String words = plain(text);
                if (heading.normalName().equals(level) && words.length() > 10 && confirmed(words, stated)) {
                    return Optional.of(new Found<>(text, Provenance.HTML));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean confirmed(String words, List<Found<String>> stated) {
        return stated.stream().map(found -> plain(found.value())).anyMatch(other -> other.contains(words));
    }

    /** A title without the parts that name the site: "Headline | The Courier". */
    static String withoutSite(String title, Optional<String> site, String host) {
        String plainSite = site.map(Headlines::plain).orElse("");
        String plainHost = plain(host.replaceFirst("^www\\.", ""));
        String[] parts = JOINT.split(title, 0);
        if (parts.length < 2) {
            return title;
        }
        String last = plain(parts[parts.length - 1]);
        String first = plain(parts[0]);
        if (isSite(last, plainSite, plainHost)
                || (parts[parts.length - 1].length() * 3 < title.length() && title.contains("|"))) {
            int end = title.lastIndexOf(parts[parts.length - 1]);
            return trimJoint(title.substring(0, end));
        }
        if (isSite(first, plainSite, plainHost)) {
            return trimJoint(title.substring(parts[0].length()));
        }
        return title;
    }

    private static boolean isSite(String part, String site, String host) {
        return part.length() > 2
                && (part.equals(site) || host.startsWith(part) || (site.length() > 3 && part.startsWith(site)));
    }

    private static String trimJoint(String text) {
        return text.replaceAll("^[\\s|–—·•»«:/-]+|[\\s|–—·•»«:/-]+$", "");
    }

    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
