package broadsheet.sink.publication;

import broadsheet.model.Amendment;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Receipt;
import broadsheet.runtime.records.Weighed;
import broadsheet.runtime.takedowns.TakedownRequest;
import broadsheet.sink.copies.ArticleToJudge;
import broadsheet.sink.memory.Place;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** What follows from an input: each is a record on another topic. */
public sealed interface Effect {

    /**
     * Asks the judge of copies about an article, or tells it to forget one.
     *
     * @param home key under which the article is kept, and under which the ruling comes back
     * @param id article id
     * @param language under which the judge keeps it
     * @param round number of the question; a ruling on an earlier one is out of date
     * @param article what it is to judge; empty to have it forgotten
     * @param pending the line of the ledger that waits for the ruling; empty if none does
     */
    record Ask(
            String home,
            String id,
            String language,
            long round,
            @JsonProperty("claim") Optional<ArticleToJudge> article,
            Optional<Pending> pending)
            implements Effect {}

    /**
     * Writes an article, or its tombstone, on one of the two topics downstream.
     *
     * @param place which of the two
     * @param id article id
     * @param article empty for a tombstone
     * @param origin the input that brought this version; empty for a tombstone
     */
    record Publish(Place place, String id, Optional<PublishedArticle> article, Optional<Origin> origin)
            implements Effect, Weighed {

        @Override
        public @Nullable Object written() {
            return article.orElse(null);
        }

        @Override
        public long characters() {
            return article.map(published -> published.enriched().characters()).orElse(0L);
        }
    }

    /**
     * Tells an original what a later article is to it.
     *
     * @param home key under which the original is kept
     * @param original its article id
     * @param id article id of the later one
     * @param kind empty if it is nothing to it any more
     */
    record Amend(String home, String original, String id, Optional<Amendment.Kind> kind) implements Effect {}

    /** Writes a line of the ledger. */
    record Tell(Outcome outcome) implements Effect {}

    /**
     * Writes what became of a takedown in this partition.
     *
     * @param key of the takedown, as it stands on its topic
     * @param receipt what became of it
     */
    record Confirm(String key, Receipt receipt) implements Effect {}

    /**
     * Lays a takedown among the dead letters that cannot be read or be done. It is no input and has no line in the ledger.
     *
     * @param request the record
     * @param exception class of what was thrown
     * @param message of that
     */
    record Bury(TakedownRequest request, String exception, String message) implements Effect {

        /** As Kafka Streams writes them on its own dead letters. Source: KIP-1034. */
        public Headers headers() {
            Headers headers = new RecordHeaders();
            Map.of(
                            "exception",
                            exception,
                            "message",
                            message,
                            "topic",
                            request.topic(),
                            "partition",
                            "0",
                            "offset",
                            Long.toString(request.offset()))
                    .forEach((name, value) ->
                            headers.add("__streams.errors." + name, value.getBytes(StandardCharsets.UTF_8)));
            return headers;
        }
    }
}
