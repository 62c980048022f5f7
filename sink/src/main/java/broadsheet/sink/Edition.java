package broadsheet.sink;

import broadsheet.model.Article;
import broadsheet.model.CopyOf;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Version;
import broadsheet.sink.copies.CopyJudge;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what goes downstream: the latest version of a story, its history, and whose copy it is. */
final class Edition {

    /** Two texts that differ less differ in typography and small corrections only. */
    private static final double MINOR = 0.05;

    private Edition() {}

    /**
     * The record for a story.
     *
     * @param content of the latest version
     */
    static PublishedArticle of(Story story, Chapter chapter, EnrichedArticle content) {
        Seen latest = chapter.latest();
        EnrichedArticle article = Content.dated(content, story.id(), latest.url(), latest.modified(), latest.fetched());
        Optional<CopyOf> copyOf = story.match()
                .map(match -> new CopyOf(
                        match.original(),
                        match.similarity(),
                        CopyJudge.METHOD,
                        match.fuller(),
                        Optional.of(match.kind())));
        return new PublishedArticle(article, version(chapter), copyOf);
    }

    private static Version version(Chapter chapter) {
        List<Version.Entry> history = chapter.versions().stream()
                .map(seen -> new Version.Entry(seen.first(), seen.hash()))
                .toList();
        Instant first = chapter.firstPublished();
        Optional<Seen> before = chapter.before();
        if (before.isEmpty()) {
            return new Version(chapter.number(), Version.Change.NEW, true, List.of(), first, history);
        }
        Seen latest = chapter.latest();
        List<String> changed = changedFields(before.get(), latest);
        boolean substantive =
                changed.contains("headline") || before.get().gist().difference(latest.gist()) > MINOR;
        return new Version(chapter.number(), Version.Change.REVISED, substantive, changed, first, history);
    }

    private static List<String> changedFields(Seen before, Seen after) {
        Set<String> names = new TreeSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        names.removeIf(
                name -> Objects.equals(before.fields().get(name), after.fields().get(name)));
        return List.copyOf(names);
    }

    /** Id of a story that is not the first under its URL, and begins with that content. */
    static String idOfReuse(String home, String hash) {
        String name = home + " " + hash;
        return Content.hash(name.getBytes(StandardCharsets.UTF_8), 16);
    }

    /** Host under which an article stands; blank without a URL. */
    static String host(Article article) {
        return article.source().domain().orElse("");
    }
}
