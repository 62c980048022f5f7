package broadsheet.export;

import broadsheet.model.Article;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which articles are wanted. One that is no longer wanted, after a revision, is taken out again.
 *
 * @param since only articles that were published then or later, by their own word, or else fetched; empty for all
 * @param languages only these, by BCP 47: {@code en} stands for {@code en-GB} too; empty for all
 * @param conditions all of these must hold
 * @param copies whether copies are wanted besides originals
 */
record Selection(Optional<Instant> since, Set<String> languages, List<Condition> conditions, boolean copies) {

    Selection {
        languages = new TreeSet<>(languages);
        conditions = List.copyOf(conditions);
    }

    /** Everything. */
    static Selection all() {
        return new Selection(Optional.empty(), Set.of(), List.of(), /* copies= */ true);
    }

    boolean wants(Change.Upsert upsert) {
        Article article = upsert.article().enriched().article();
        Instant published = article.publishedAt().orElse(article.fetchedAt());
        return since.filter(published::isBefore).isEmpty()
                && (languages.isEmpty() || languages.stream().anyMatch(tag -> isOf(article.language(), tag)))
                && (conditions.isEmpty() || allHold(upsert.json()));
    }

    private static boolean isOf(String language, String tag) {
        String lower = language.toLowerCase(Locale.ROOT);
        String asked = tag.toLowerCase(Locale.ROOT);
        return lower.equals(asked) || lower.startsWith(asked + "-");
    }

    private boolean allHold(byte[] json) {
        JsonNode read;
        try {
            read = Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return conditions.stream().allMatch(condition -> condition.fits(read));
    }
}
