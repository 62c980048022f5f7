package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.model.Provenance;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Finds who wrote an article: names of people, not roles, addresses or the site itself. */
final class Authors {
    private static final List<String> METAS = List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "dc:creator",
            "og:article:author",
            "citation_author",
            "byl",
            "cxenseparse:author",
            "article:author_name",
            "authors",
            "creator",
            "twitter:data1");
    private static final Pattern BY = Pattern.compile(
            "^(?:(?:posted|written|published|story|words|text|reported|reviewed|article|report)\\s+)?(?:by|von|par|por|di|door|av|af|przez|автор|author|autor|auteur|autore)\\b[\\s:]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:,|;|&|\\||/|•|·|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|\\be\\b)\\s+|\\n");
    /** Months and weekdays as dates have them: only before digits, for May and April are names of people too. */
    private static final String CALENDAR =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?"
                    + "|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";

    private static final Pattern AFTER_NAME = Pattern.compile(
            "\\s*(?:\\||•|·|(?:\\b" + CALENDAR
                    + "[.,]?\\s+)+\\d|\\d|\\bon\\b|\\bam\\b|\\bin\\b|\\bfor\\b|\\bvom\\b|\\bpublished\\b|(?:\\blast\\s+)?\\bupdated\\b|\\bsays\\b|\\bsagt\\b|\\n)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> ROLES = Set.of(
            "staff",
            "editor",
            "editors",
            "editorial",
            "reporter",
            "correspondent",
            "writer",
            "contributor",
            "admin",
            "administrator",
            "team",
            "desk",
            "redaktion",
            "redaction",
            "redacción",
            "redacao",
            "redação",
            "redazione",
            "newsroom",
            "news",
            "guest",
            "author",
            "authors",
            "press",
            "agency",
            "service",
            "media",
            "director",
            "manager",
            "ceo",
            "founder",
            "webmaster",
            "user",
            "unknown",
            "anonymous",
            "publisher",
            "magazine",
            "online",
            "wire",
            "reuters",
            "ap",
            "afp",
            "dpa",
            "associated",
            "more",
            "view",
            "learn",
            "sign",
            "follow",
            "share",
            "subscribe",
            "read",
            "posts",
            "bio",
            "comments");

    private static final Pattern TAIL = Pattern.compile("[,;:\\s]+$");
    private static final int LONGEST = 60;

    private Authors() {}

    static Optional<Found<List<String>>> find(Marks marks, JsonLd data, Optional<String> site, List<Block> near) {
        return inData(data, site)
                .or(() -> inMeta(marks, site))
                .or(() -> inElements(marks.properties("author"), site))
                .or(() -> inLines(near, site))
                .or(() -> inElements(marks.authors(), site));
    }

    private static Optional<Found<List<String>>> inData(JsonLd data, Optional<String> site) {
        List<String> stated = new ArrayList<>();
        JsonNode author = data.article().path("author");
        if (author.isMissingNode()) {
            author = data.article().path("creator");
        }
        for (JsonNode each : author.isArray() ? author : List.of(author)) {
            if (each.isTextual()) {
                stated.add(each.asText());
            } else if (each.has("name")) {
                if (!JsonLd.types(each).contains("Organization")) {
                    JsonLd.text(each, "name").ifPresent(stated::add);
                }
            } else if (each.has("@id")) {
                JsonLd.text(data.byId(each.path("@id").asText("")), "name").ifPresent(stated::add);
            }
        }
        return names(stated, site).map(names -> new Found<>(names, Provenance.JSON_LD));
    }

    private static Optional<Found<List<String>>> inMeta(Marks marks, Optional<String> site) {
        for (String name : METAS) {
            Optional<List<String>> names = names(marks.metas(name), site);
            if (names.isPresent()) {
                return names.map(list -> new Found<>(list, Provenance.META));
            }
        }
        return Optional.empty();
    }

    /** A line about the headline that begins with "By" in one of the languages. */
    private static Optional<Found<List<String>>> inLines(List<Block> near, Optional<String> site) {
        for (Block line : near) {
            Matcher by = BY.matcher(line.text());
            if (by.find() && line.letters() < 120) {
                String rest = AFTER_NAME.split(line.text().substring(by.end()), 2)[0];
                Optional<List<String>> names = names(List.of(rest), site);
                if (names.isPresent()) {
                    return names.map(list -> new Found<>(list, Provenance.HTML));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Found<List<String>>> inElements(List<Element> elements, Optional<String> site) {
        for (Element element : elements) {
            String text = element.hasAttr("content") ? element.attr("content") : name(element);
            if (text.length() < 2 * LONGEST && !isElsewhere(element)) {
                Optional<List<String>> names = names(List.of(text), site);
                if (names.isPresent()) {
                    return names.map(list -> new Found<>(list, Provenance.HTML));
                }
            }
        }
        return Optional.empty();
    }

    /** The text of the link inside, where there is one: what stands beside it is date, role and buttons. */
    private static String name(Element element) {
        Element link = element.selectFirst("[itemprop=name], [rel=author], .fn, a[href*=author], a[href*=autor]");
        String text = link == null || link.text().isBlank() ? element.text() : link.text();
        return AFTER_NAME.split(text, 2)[0];
    }

    /** Names in forms and comments are not the author's. */
    private static boolean isElsewhere(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            String names = (at.className() + " " + at.id()).toLowerCase(Locale.ROOT);
            boolean elsewhere = at.normalName().equals("form")
                    || at.normalName().equals("input")
                    || at.normalName().equals("label")
                    || (!at.normalName().equals("body")
                            && (names.contains("comment") || names.contains("respond") || names.contains("related")));
            if (elsewhere) {
                return true;
            }
        }
        return false;
    }

    /** The names of people in by-lines, in order, each once; empty if there is none. */
    static Optional<List<String>> names(List<String> bylines, Optional<String> site) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String byline : bylines) {
            String line = BY.matcher(JsonLd.clean(byline).orElse("")).replaceFirst("");
            for (String part : BETWEEN.split(line, 0)) {
                String name = TAIL.matcher(part.strip()).replaceFirst("");
                if (isName(name, site)) {
                    names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
                }
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(names.values()));
    }

    private static boolean isName(String name, Optional<String> site) {
        if (name.length() < 3
                || name.length() > LONGEST
                || name.contains("@")
                || name.contains("/")
                || name.contains("http")
                || name.contains("(")
                || name.contains(":")
                || name.contains("*")) {
            return false;
        }
        if (name.chars().anyMatch(Character::isDigit)
                || site.filter(name::equalsIgnoreCase).isPresent()) {
            return false;
        }
        String[] words = name.toLowerCase(Locale.ROOT).split("[\\s.]+", 0);
        if (words.length > 6
                || (!Character.isUpperCase(name.codePointAt(0))
                        && Character.isLowerCase(name.codePointAt(0))
                        && words.length > 1)) {
            return false;
        }
        for (String word : words) {
            if (ROLES.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
