package broadsheet.ingest;

import broadsheet.model.Article;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Rejection;
import broadsheet.model.StageName;
import broadsheet.runtime.records.Weighed;

/** What the stage writes for one input: always a line of the ledger, and the article or the rejection if there is one. */
sealed interface IngestResult {

    /** The input's line in the ledger. */
    Outcome outcome();

    /** It is an article, which goes on. */
    record Read(Article article, Origin origin) implements IngestResult, Weighed {
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
            return Outcome.of(StageName.INGEST, Outcome.Kind.PARSED, origin, article.id());
        }
    }

    /** It is none. */
    record Refused(Rejection rejection) implements IngestResult, Weighed {
        @Override
        public Object written() {
            return rejection;
        }

        @Override
        public long characters() {
            return rejection.detail().length()
                    + (long) rejection.url().map(String::length).orElse(0);
        }

        @Override
        public Outcome outcome() {
            return Outcome.rejected(rejection);
        }
    }

    /** It was a feed. */
    record Expanded(Origin origin, int items) implements IngestResult {
        @Override
        public Outcome outcome() {
            return Outcome.expanded(origin, items);
        }
    }

    /** It is an article that a takedown forbids. */
    record Withheld(String articleId, Origin origin) implements IngestResult {
        @Override
        public Outcome outcome() {
            return Outcome.of(StageName.INGEST, Outcome.Kind.WITHHELD, origin, articleId);
        }
    }
}
