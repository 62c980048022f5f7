package broadsheet.fetch.plan;

import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Hop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lines of the fetch ledger for tests. */
public final class Answers {

    private static final String URL = "https://courier.example/feed";

    private Answers() {}

    public static Fetch of(Outcome outcome) {
        return line(URL, outcome, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    static Fetch full(String etag, String lastModified) {
        Fetch fetch = of(Outcome.FETCHED);
        return new Fetch(
                fetch.task(),
                fetch.url(),
                fetch.request(),
                fetch.kind(),
                fetch.why(),
                fetch.outcome(),
                fetch.detail(),
                fetch.at(),
                1,
                1,
                Optional.of(200),
                Optional.of(etag),
                Optional.of(lastModified),
                Optional.of("hash"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                0,
                false,
                Optional.empty());
    }

    static Fetch notBefore(Outcome outcome, Instant then) {
        return line(URL, outcome, Optional.of(then), Optional.empty(), Optional.of(503), List.of(), List.of());
    }

    static Fetch wishing(int minutes) {
        return line(
                URL, Outcome.UNCHANGED, Optional.empty(), Optional.of(minutes), Optional.of(304), List.of(), List.of());
    }

    static Fetch via(String url, Hop... via) {
        return line(
                url, Outcome.FETCHED, Optional.empty(), Optional.empty(), Optional.of(200), List.of(via), List.of());
    }

    /** So many teasers, each so much older than the one before it. */
    public static Fetch entries(Instant now, int count, Duration apart) {
        List<Fetch.Entry> entries = IntStream.range(0, count)
                .mapToObj(i -> new Fetch.Entry(
                        "id-" + i,
                        "version-" + i,
                        Optional.of("https://courier.example/story" + i),
                        Optional.of("Story " + i),
                        Optional.of(now.minus(apart.multipliedBy(i + 1)).toString()),
                        false))
                .toList();
        return line(URL, Outcome.FETCHED, Optional.empty(), Optional.empty(), Optional.of(200), List.of(), entries);
    }

    /** One teaser. */
    static Fetch entry(String id, String link, String title) {
        var entry =
                new Fetch.Entry(id, id + link + title, Optional.of(link), Optional.of(title), Optional.empty(), false);
        return line(
                URL, Outcome.FETCHED, Optional.empty(), Optional.empty(), Optional.of(200), List.of(), List.of(entry));
    }

    private static Fetch line(
            String url,
            Outcome outcome,
            Optional<Instant> notBefore,
            Optional<Integer> minutes,
            Optional<Integer> status,
            List<Hop> via,
            List<Fetch.Entry> entries) {
        return new Fetch(
                URL,
                url,
                "0@0",
                FetchRequest.Kind.FEED,
                FetchRequest.Why.DUE,
                outcome,
                Optional.empty(),
                Instant.parse("2026-11-30T08:00:00Z"),
                1,
                1,
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                notBefore,
                minutes,
                List.of(),
                List.of(),
                via,
                0,
                entries,
                entries.size(),
                false,
                Optional.empty());
    }
}
