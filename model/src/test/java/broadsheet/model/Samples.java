package broadsheet.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readable records for tests. */
final class Samples {

    private Samples() {}

    static Article article() {
        return new Article(
                "0f3a5c7e9b1d2f4a6c8e0b1d3f5a7c9e",
                Optional.of("https://courier.example/harbour?utm_source=feed"),
                Optional.of("https://courier.example/harbour"),
                new Source(Optional.of("courier.example"), Optional.of("The Example Courier")),
                "Harbour bridge reopens after repairs",
                List.of("Mara Lindqvist"),
                Optional.of(Instant.parse("2026-03-02T08:30:00Z")),
                Optional.empty(),
                Instant.parse("2026-03-02T09:00:00Z"),
                "en",
                Optional.of("Local"),
                List.of("bridge", "harbour"),
                Optional.empty(),
                "The bridge in Port Selby opened on Monday.\n\nEngineers had replaced two bearings.",
                Optional.empty(),
                12,
                Optional.of(true),
                0.93,
                Map.of("headline", Provenance.JSON_LD, "body", Provenance.HTML));
    }

    static EnrichedArticle enriched() {
        var mention = new Entity.Mention(14, 24, "Port Selby");
        return new EnrichedArticle(
                article(),
                List.of(new Entity("Port Selby", Entity.Type.LOCATION, List.of(mention), 0.5, Optional.empty())),
                List.of(new Section("medtop:04000000", "economy, business and finance", 0.7, Section.Origin.MODEL)),
                List.of("entities", "sections"));
    }

    static PublishedArticle published() {
        Instant first = Instant.parse("2026-03-02T09:00:00Z");
        return new PublishedArticle(
                enriched(),
                new Version(
                        1,
                        Version.Change.NEW,
                        true,
                        List.of(),
                        first,
                        List.of(new Version.Entry(first, "5d41402abc4b2a76"))),
                Optional.empty(),
                Optional.empty());
    }
}
