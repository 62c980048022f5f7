package broadsheet.demo;

import broadsheet.model.PublishedArticle;
import broadsheet.model.Rejection;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.records.Letter;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the downstream topics hold: the last record of each key, as compaction leaves it, without tombstones.
 *
 * @param published articles, in the order of their last record
 * @param copies copies, in the order of their last record
 * @param rejections in the order of arrival
 * @param deadLetters one line each: origin and exception, in the order of arrival
 */
record Results(
        Collection<PublishedArticle> published,
        Collection<PublishedArticle> copies,
        List<Rejection> rejections,
        List<String> deadLetters) {

    /** Reads the topics to their ends. */
    static Results read(RuntimeSettings settings) {
        Topics topics = settings.topics();
        return new Results(
                TopicReader.latest(settings, topics.publishedArticles()).values(),
                TopicReader.latest(settings, topics.copies()).values(),
                rejections(settings, topics),
                deadLetters(settings, topics));
    }

    private static List<Rejection> rejections(RuntimeSettings settings, Topics topics) {
        List<Rejection> all = new ArrayList<>();
        try (var reader = new TopicReader<>(settings, topics.rejections())) {
            reader.drain(next -> all.add(next.value()));
        }
        return all;
    }

    private static List<String> deadLetters(RuntimeSettings settings, Topics topics) {
        List<String> all = new ArrayList<>();
        try (var reader = new TopicReader<>(settings, topics.deadLetters())) {
            reader.drain(next -> all.add(Letter.read(next, settings).line()));
        }
        return all;
    }
}
