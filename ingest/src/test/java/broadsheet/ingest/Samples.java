package broadsheet.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Pages for tests, all written for them. */
final class Samples {
    static final Instant FETCHED = Instant.parse("2026-03-02T10:15:00Z");

    static final String HARBOUR_BODY = """
        The harbour council of Port Ellery voted on Monday to close the old fish market for two years, \
        a decision that will move forty traders to a temporary hall beside the railway yard.

        Council leader Marta Oduya said the building was no longer safe. "We measured the cracks in the north wall \
        for eleven months, and they grew in every one of them," she told the meeting.

        Traders had asked for the work to be done in halves, so that part of the market could stay open. \
        The engineers answered that this would double the cost and take a year longer.

        The first stalls will move in April, and the council has promised to pay for the transport.\
        """;

    static final String HARBOUR_PAGE = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
        <title>Port Ellery closes its fish market for two years | The Ellery Courier</title>
        <meta property="og:title" content="Port Ellery closes its fish market for two years">
        <meta property="og:site_name" content="The Ellery Courier">
        <link rel="canonical" href="https://courier.example/news/fish-market?p=7">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Port Ellery closes its fish market for two years",
          "datePublished":"2026-03-01T23:30:00-05:00","author":[{"@type":"Person","name":"Ana Reyes"}],"articleSection":"Local",}</script>
        </head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/local">Local</a></li></ul></nav>
        <main><article><h1>Port Ellery closes its fish market for two years</h1>
        <p class="byline">By Ana Reyes</p><div class="share-bar">Share this on your favourite network, or send it to a friend.</div>
        %s
        <div class="related"><h3>Related stories</h3><ul><li><a href="/a">Ferry prices rise again in spring</a></li>
        <li><a href="/b">The harbour wall in pictures</a></li></ul></div>
        </article></main><footer><p>Copyright The Ellery Courier. All rights reserved, as far as they go.</p></footer></body></html>
        """.formatted(paragraphs(HARBOUR_BODY));

    private Samples() {}

    static String paragraphs(String body) {
        return "<p>" + body.replace("\n\n", "</p>\n<p>") + "</p>";
    }

    static RawPage page(String html) {
        return RawPage.of(
                html.getBytes(StandardCharsets.UTF_8),
                Optional.of("https://courier.example/news/fish-market?p=7&utm_source=x"),
                FETCHED);
    }

    static RawPage bytes(byte[] bytes) {
        return RawPage.of(bytes, Optional.empty(), FETCHED);
    }
}
