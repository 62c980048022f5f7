package broadsheet.model;

import java.util.Optional;

/**
 * One line of the ledger: what a stage made of one input. Each input has exactly one at each stage that it reaches.
 *
 * @param stage the stage
 * @param kind what became of the input there
 * @param origin the raw record, or the entry of a feed
 * @param reason the rejection's reason or the accident's exception; empty otherwise
 * @param articleId the article that it became; empty if it became none
 * @param items number of entries, each with outcomes of its own; only for {@link Kind#EXPANDED}
 * @param successor the input that stands in its place; only for {@link Kind#REDRIVEN}
 */
public record Outcome(
        StageName stage,
        Kind kind,
        Origin origin,
        Optional<String> reason,
        Optional<String> articleId,
        Optional<Integer> items,
        Optional<Origin> successor) {

    /** Header of the line that enrich writes of an article: the domain of its source; absent if that is not known. */
    public static final String SOURCE = "broadsheet-source";

    /** Header of the line that enrich writes of an article: its language, BCP 47. */
    public static final String LANGUAGE = "broadsheet-language";

    /** What can become of an input. */
    public enum Kind {
        /** ingest: became an article, which went on. */
        PARSED,
        /** ingest: was a feed or archive; its entries have outcomes of their own. */
        EXPANDED,
        /** enrich: went on with its annotations. */
        ENRICHED,
        /** sink: published for the first time. */
        PUBLISHED,
        /** sink: another version of an article that is known. */
        REVISED,
        /** sink: the content was known; nothing was published. */
        UNCHANGED,
        /** sink: a copy of another article, linked to it. */
        COPY,
        /** Expected and refused; the rejection says why. */
        REJECTED,
        /** Under a takedown. */
        WITHHELD,
        /** An accident; the original is in the dead letters. */
        DEAD_LETTERED,
        /**
         * Sent back to the stage by an operator, which voids what the stage said of it. What counts from now on is the
         * successor: a new raw record, or behind ingest the same input once more.
         */
        REDRIVEN;

        /** Whether no later stage sees the input. */
        public boolean isFinal() {
            return this != PARSED && this != EXPANDED && this != ENRICHED && this != REDRIVEN;
        }
    }

    /** An outcome that leads to, or concerns, an article. */
    public static Outcome of(StageName stage, Kind kind, Origin origin, String articleId) {
        return new Outcome(
                stage, kind, origin, Optional.empty(), Optional.of(articleId), Optional.empty(), Optional.empty());
    }

    /** The outcome of an input that was refused. */
    public static Outcome rejected(Rejection rejection) {
        return new Outcome(
                rejection.stage(),
                Kind.REJECTED,
                rejection.origin(),
                Optional.of(rejection.reason()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The outcome of a feed or archive with {@code items} entries. */
    public static Outcome expanded(Origin origin, int items) {
        return new Outcome(
                StageName.INGEST,
                Kind.EXPANDED,
                origin,
                Optional.empty(),
                Optional.empty(),
                Optional.of(items),
                Optional.empty());
    }

    /** The outcome of an input on which the stage had an accident. */
    public static Outcome deadLettered(StageName stage, Origin origin, String exception) {
        return new Outcome(
                stage,
                Kind.DEAD_LETTERED,
                origin,
                Optional.of(exception),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Says that an input was sent back to the stage, and which one stands in its place. */
    public static Outcome redriven(StageName stage, Origin origin, Origin successor) {
        return new Outcome(
                stage,
                Kind.REDRIVEN,
                origin,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(successor));
    }
}
