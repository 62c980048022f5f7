package broadsheet.sink;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.Source;
import broadsheet.sink.copies.Fingerprinter;
import broadsheet.sink.versions.Content;
import broadsheet.sink.versions.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Readable records for tests. */
public final class Samples {

    public static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private static final Fingerprinter FINGERPRINTER = new Fingerprinter();

    /** A story of about a hundred words. */
    public static final String BRIDGE = """
        The swing bridge in Port Selby opened to traffic on Monday after nine weeks of repairs, the harbour board said.

        Engineers replaced two bearings and 140 metres of cable that had worn through since the storm of last October.

        Drivers had been sent around the estuary, a detour of 31 kilometres that cost hauliers an hour on each trip.

        Mara Lindqvist, who runs a bakery by the quay, said trade had fallen by a third while the road was closed.

        The board put the cost at 2.4 million and said that tolls would not rise before the end of the year.\
        """;

    static final String FERRY = """
        Passengers on the night ferry to Hallan were kept on board until noon on Tuesday while police searched the car deck.

        Officers found 18 crates of undeclared tobacco behind a false wall in a lorry that had boarded at Vestmark.

        The driver, a man of 44, was arrested and will appear before the district court at Hallan on Friday.

        The shipping line said that it would refund the fares of all 412 passengers and pay for missed connections.

        It is the third find of its kind on the route since the customs post at Vestmark was closed in spring.\
        """;

    private Samples() {}

    /** An article under a URL of {@code host}, fetched so long after {@link #MONDAY}. */
    public static EnrichedArticle article(String id, String host, String headline, String body, Duration after) {
        Instant fetched = MONDAY.plus(after);
        String url = "https://" + host + "/" + headline.replace(' ', '-').toLowerCase(java.util.Locale.ROOT);
        var article = new Article(
                id,
                Optional.of(url),
                Optional.of(url),
                new Source(Optional.of(host), Optional.empty()),
                headline,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                fetched,
                "en",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                body,
                Optional.empty(),
                body.split("\\s+").length,
                Optional.empty(),
                0.9,
                Map.of());
        return new EnrichedArticle(article, List.of(), List.of(), List.of());
    }

    /** A fetch of a page of that URL, in English, to be told what it says and when. Blank for a fetch without a URL. */
    static Fetch fetch(String url) {
        return new Fetch(url, BRIDGE, MONDAY, Optional.empty(), Optional.empty(), "en", 0.9, List.of());
    }

    /** What a page says when it is fetched. */
    record Fetch(
            String url,
            String body,
            Instant fetched,
            Optional<Instant> published,
            Optional<Instant> modified,
            String language,
            double confidence,
            List<String> annotated) {

        Fetch says(String text) {
            return new Fetch(url, text, fetched, published, modified, language, confidence, annotated);
        }

        /** Fetched so many minutes after {@link #MONDAY}. */
        Fetch at(int minutes) {
            return new Fetch(
                    url,
                    body,
                    MONDAY.plus(Duration.ofMinutes(minutes)),
                    published,
                    modified,
                    language,
                    confidence,
                    annotated);
        }

        Fetch published(Instant time) {
            return new Fetch(url, body, fetched, Optional.of(time), modified, language, confidence, annotated);
        }

        Fetch modified(Instant time) {
            return new Fetch(url, body, fetched, published, Optional.of(time), language, confidence, annotated);
        }

        Fetch language(String tag) {
            return new Fetch(url, body, fetched, published, modified, tag, confidence, annotated);
        }

        Fetch confidence(double sure) {
            return new Fetch(url, body, fetched, published, modified, language, sure, annotated);
        }

        Fetch models(int generation) {
            return new Fetch(
                    url,
                    body,
                    fetched,
                    published,
                    modified,
                    language,
                    confidence,
                    List.of("entities", EnrichedArticle.modelsWord(generation)));
        }

        /** The article that it gives; all of one id have one canonical URL. */
        EnrichedArticle of(String id) {
            Optional<String> address = Optional.of(url).filter(text -> !text.isBlank());
            var article = new Article(
                    id,
                    address,
                    Optional.of("https://courier.example/" + id),
                    new Source(address.map(text -> java.net.URI.create(text).getHost()), Optional.empty()),
                    "Bridge opens",
                    List.of(),
                    published,
                    modified,
                    fetched,
                    language,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    body,
                    Optional.empty(),
                    body.split("\\s+").length,
                    Optional.empty(),
                    confidence,
                    Map.of());
            return new EnrichedArticle(article, List.of(), List.of(), annotated);
        }
    }

    /** A version of an article with that text, as it is kept. */
    public static Wording version(String body, Duration after) {
        EnrichedArticle article = article(id('a'), "courier.example", "Live", body, after);
        return Wording.of(
                article.article(),
                Content.of(article),
                FINGERPRINTER.of(body).sketch(),
                Origin.of(0, after.toMinutes()));
    }

    /**
     * The texts of a live blog: each has a counter, and each tenth one drops a sentence and adds another, so that after
     * some 200 nothing is left of the first.
     */
    public static List<String> liveBlog(long seed, int versions) {
        List<String> sentences = List.of(text(seed, versions / 10 + 20).split("\n\n"));
        return IntStream.range(0, versions)
                .mapToObj(i ->
                        "Update number " + i + ".\n\n" + String.join("\n\n", sentences.subList(i / 10, i / 10 + 20)))
                .toList();
    }

    /** An id of the form that ingest gives, made of one digit or letter. */
    public static String id(char c) {
        return String.valueOf(c).repeat(32);
    }

    /** A text of invented words, another for each seed. */
    public static String text(long seed, int sentences) {
        var random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            var words = new StringBuilder();
            for (int j = 0; j < 12; j++) {
                words.append(words.isEmpty() ? "" : " ").append(word(random));
            }
            lines.add(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
        }
        return String.join("\n\n", lines);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            word.append("bdfgklmnprstv".charAt(random.nextInt(13))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
