package broadsheet.sink.copies;

import broadsheet.model.CopyOf;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the judge says of one article.
 *
 * @param id article id
 * @param match the original that it is a copy of; empty if it is an original itself
 * @param sources for a digest the ids of two originals that it quotes; else empty
 */
public record Verdict(String id, Optional<Match> match, List<String> sources) {

    /**
     * Whose copy an article is.
     *
     * @param original article id of the original
     * @param similarity share of the shorter text that both have, from 0 to 1, to three places
     * @param fuller whether the copy has notably more text than the original
     * @param kind what the copy is to the original
     * @param ofItsSite whether both are known to come from one site
     */
    public record Match(String original, double similarity, boolean fuller, CopyOf.Kind kind, boolean ofItsSite) {

        public Match {
            // What an earlier build wrote down has none.
            kind = Objects.requireNonNullElse(kind, CopyOf.Kind.COPY);
        }
    }

    /** The present verdict on an article. */
    static Verdict of(JudgedArticle article) {
        return new Verdict(
                article.id(),
                article.match(),
                article.sources().isEmpty()
                        ? List.of()
                        : article.sources().stream().map(source -> source.id()).toList());
    }
}
