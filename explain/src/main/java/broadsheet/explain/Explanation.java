package broadsheet.explain;

import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Section;
import broadsheet.model.StageName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a URL, an article id or an input, stage by stage. In JSON as it stands here; {@link ExplanationText} is
 * how a person reads it.
 *
 * @param asked what was asked about
 * @param told from what it is told, and what is not seen from there
 * @param inputs the raw records, or entries of feeds, that it is about, in the order in which they came
 * @param earlier number of inputs before them that are left out
 * @param articles where the articles stand now that came of them; usually one
 * @param fetched the last requests for it, as the fetch ledger has them, in the order of time; none if others fetched it
 */
public record Explanation(
        String asked,
        String told,
        List<Input> inputs,
        int earlier,
        List<ArticleStanding> articles,
        List<Fetched> fetched) {

    public Explanation {
        fetched = List.copyOf(fetched);
        inputs = List.copyOf(inputs);
        articles = List.copyOf(articles);
    }

    /** Whether anything is known. */
    public boolean isEmpty() {
        return inputs.isEmpty() && articles.isEmpty() && fetched.isEmpty();
    }

    /**
     * A request of {@code fetch}.
     *
     * @param at when it was made, or decided not to be
     * @param url what was asked for
     * @param why what had led to it
     * @param outcome what became of it; {@code GONE} if the page is not there any more
     * @param status of the HTTP response, if there was one
     * @param detail for a person
     */
    public record Fetched(
            Instant at,
            String url,
            FetchRequest.Why why,
            Fetch.Outcome outcome,
            Optional<Integer> status,
            Optional<String> detail) {}

    /**
     * One input and what each stage said of it.
     *
     * @param origin where it is
     * @param came the raw record; empty if it is gone from its topic, or not to be seen
     * @param lines what the ledger says of it, in the order of the stages, and within one in that of time
     * @param extracted what ingest took from it; empty if that is not to be seen
     * @param annotated what enrich added; empty likewise
     */
    public record Input(
            Origin origin,
            Optional<Came> came,
            List<Line> lines,
            Optional<Extracted> extracted,
            Optional<Annotated> annotated) {
        public Input {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A raw record.
     *
     * @param at its timestamp
     * @param url which it names
     * @param kind what its bytes are
     * @param contentType what it says they are
     * @param bytes their number
     * @param fetchedAt when the page was fetched
     * @param redriven how often it was sent back
     */
    public record Came(
            Instant at,
            Optional<String> url,
            String kind,
            Optional<String> contentType,
            int bytes,
            Instant fetchedAt,
            int redriven) {}

    /**
     * A line of the ledger.
     *
     * @param stage who says it
     * @param kind what became of the input there
     * @param reason of a rejection or an accident, or what else there is to say
     * @param detail of a rejection
     * @param articleId the article that it became
     * @param items number of entries of a feed
     * @param successor the input that counts instead
     * @param accident what the dead letter says
     */
    public record Line(
            StageName stage,
            Outcome.Kind kind,
            Optional<String> reason,
            Optional<String> detail,
            Optional<String> articleId,
            Optional<Integer> items,
            Optional<Origin> successor,
            Optional<Accident> accident) {}

    /**
     * An accident.
     *
     * @param letter where the dead letter is: {@code topic partition@offset}
     * @param topic from which the record had been read
     * @param exception name of its class
     * @param message what it says
     */
    public record Accident(String letter, String topic, String exception, String message) {}

    /**
     * What ingest took from a page.
     *
     * @param articleId the article's id
     * @param words of the body
     * @param confidence how sure it is of the body, from 0 to 1
     * @param fields each field that was found
     */
    public record Extracted(String articleId, int words, double confidence, List<Field> fields) {
        public Extracted {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field.
     *
     * @param name in JSON
     * @param provenance where it was found
     * @param value as text, cut off after 100 characters; of the body nothing is shown
     */
    public record Field(String name, String provenance, String value) {}

    /**
     * What enrich added.
     *
     * @param language BCP 47
     * @param sections subjects, each with who says so
     * @param entities number for each type
     * @param tried what was tried in this language
     */
    public record Annotated(String language, List<Section> sections, Map<String, Long> entities, List<String> tried) {
        public Annotated {
            sections = List.copyOf(sections);
            entities = Map.copyOf(entities);
            tried = List.copyOf(tried);
        }
    }
}
