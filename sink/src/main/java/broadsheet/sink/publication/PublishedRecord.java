package broadsheet.sink.publication;

import broadsheet.model.Amendment;
import broadsheet.model.Article;
import broadsheet.model.CopyOf;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Version;
import broadsheet.sink.copies.CopyJudge;
import broadsheet.sink.memory.StoryState;
import broadsheet.sink.versions.Content;
import broadsheet.sink.versions.StoryVersions;
import broadsheet.sink.versions.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what goes downstream: the latest version of a story, its history, and whose copy it is. */
public final class PublishedRecord {

    /** Two texts that differ less differ in typography and small corrections only. */
    private static final double MINOR = 0.05;

    private PublishedRecord() {}

    /**
     * The record for a story.
     *
     * @param content of the latest version
     * @param amendedBy what corrects it or brings it up to date, sorted by id
     */
    public static PublishedArticle of(
            StoryState story, StoryVersions storyVersions, EnrichedArticle content, List<Amendment> amendedBy) {
        Wording latest = storyVersions.latest();
        EnrichedArticle article = Content.dated(content, story.id(), latest.url(), latest.modified(), latest.fetched());
        Optional<CopyOf> copyOf = story.match()
                .map(match -> new CopyOf(
                        match.original(),
                        match.similarity(),
                        CopyJudge.METHOD,
                        match.fuller(),
                        Optional.of(match.kind())));
        return new PublishedArticle(article, version(storyVersions), copyOf, amendments(amendedBy));
    }

    private static Optional<List<Amendment>> amendments(List<Amendment> all) {
        return Optional.of(all.subList(0, Math.min(all.size(), PublishedArticle.MOST_AMENDMENTS)))
                .filter(named -> !named.isEmpty());
    }

    private static Version version(StoryVersions storyVersions) {
        List<Version.Entry> history = storyVersions.versions().stream()
                .map(seen -> new Version.Entry(seen.first(), seen.hash()))
                .toList();
        Instant first = storyVersions.firstPublished();
        Optional<Wording> before = storyVersions.before();
        if (before.isEmpty()) {
            return new Version(storyVersions.number(), Version.Change.NEW, true, List.of(), first, history);
        }
        Wording latest = storyVersions.latest();
        List<String> changed = changedFields(before.get(), latest);
        boolean substantive =
                changed.contains("headline") || before.get().sketch().difference(latest.sketch()) > MINOR;
        return new Version(storyVersions.number(), Version.Change.REVISED, substantive, changed, first, history);
    }

    private static List<String> changedFields(Wording before, Wording after) {
        Set<String> names = new TreeSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        names.removeIf(
                name -> Objects.equals(before.fields().get(name), after.fields().get(name)));
        return List.copyOf(names);
    }

    /** Host under which an article stands; blank without a URL. */
    static String host(Article article) {
        return article.source().domain().orElse("");
    }
}
