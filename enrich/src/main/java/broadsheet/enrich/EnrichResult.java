package broadsheet.enrich;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import broadsheet.runtime.records.Weighed;

/** What became of one article at this stage. */
sealed interface EnrichResult {

    /** The raw record that the article came from. */
    Origin origin();

    /** The line of the ledger. */
    Outcome outcome();

    /** It goes on. */
    record Enriched(EnrichedArticle article, Origin origin) implements EnrichResult, Weighed {
        @Override
        public Object written() {
            return article;
        }

        @Override
        public long characters() {
            return article.characters();
        }

        @Override
        public Outcome outcome() {
            return Outcome.of(
                    StageName.ENRICH,
                    Outcome.Kind.ENRICHED,
                    origin,
                    article.article().id());
        }
    }

    /** A takedown holds it back. */
    record Withheld(String articleId, Origin origin) implements EnrichResult {
        @Override
        public Outcome outcome() {
            return Outcome.of(StageName.ENRICH, Outcome.Kind.WITHHELD, origin, articleId);
        }
    }
}
