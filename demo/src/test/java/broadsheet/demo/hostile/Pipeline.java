package broadsheet.demo.hostile;

import broadsheet.enrich.Annotator;
import broadsheet.enrich.EnrichSettings;
import broadsheet.ingest.IngestSettings;
import broadsheet.ingest.PageParser;
import broadsheet.ingest.Parse;
import broadsheet.ingest.ParseOutcome;
import broadsheet.ingest.RawPage;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.sink.copies.Fingerprinter;

/** The cores of the three stages, one after the other, as a page passes them. */
final class Pipeline {
    private final PageParser parser = new PageParser(IngestSettings.defaults());
    private final Annotator annotator = Annotator.load(EnrichSettings.defaults());
    private final Fingerprinter fingerprinter = new Fingerprinter();

    /** Most bytes of one article's record, since the last question. */
    private int largest;

    /** Reads a page, and all that comes of it. */
    Parse pass(RawPage page) {
        Parse parse = parser.parse(page);
        for (ParseOutcome outcome : parse.outcomes()) {
            if (outcome instanceof ParseOutcome.Parsed parsed) {
                EnrichedArticle enriched = annotator.annotate(parsed.article());
                fingerprinter.of(enriched.article().body());
                largest = Math.max(largest, Json.bytes(enriched).length);
            }
        }
        return parse;
    }

    int largest() {
        int most = largest;
        largest = 0;
        return most;
    }
}
