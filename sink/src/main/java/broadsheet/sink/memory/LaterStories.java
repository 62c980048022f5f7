package broadsheet.sink.memory;

import broadsheet.sink.versions.StoryVersions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The stories under a URL but the first, which may be forgotten before it. None is of which a ruling is still to come.
 *
 * @param article with all its stories
 * @param reuseGap as in the settings
 */
public record LaterStories(KnownArticle article, Duration reuseGap) {

    /** The article without those to which nothing has happened since before {@code time}, in content time. */
    KnownArticle forgetBefore(Instant time) {
        KnownArticle left = article;
        for (Map.Entry<String, StoryVersions> later : settled()) {
            if (later.getValue().latest().last().isBefore(time)
                    && article.story(later.getKey())
                            .filter(story -> !story.changed().isBefore(time))
                            .isEmpty()) {
                left = left.without(later);
            }
        }
        return left;
    }

    /**
     * The article without the earliest of them, as long as there is too much; not without the latest.
     *
     * @param hash of a content whose story stays
     */
    public KnownArticle forgetSurplus(String hash) {
        KnownArticle left = article;
        List<Map.Entry<String, StoryVersions>> later =
                article.versions().weight() > KnownArticle.MOST ? settled() : List.of();
        for (int i = 0; i < later.size() - 1 && left.versions().weight() > KnownArticle.MOST; i++) {
            if (!later.get(i).getValue().has(hash)) {
                left = left.without(later.get(i));
            }
        }
        return left;
    }

    private List<Map.Entry<String, StoryVersions>> settled() {
        return article.versionsByStory(reuseGap).entrySet().stream()
                .skip(1)
                .filter(later -> article.story(later.getKey())
                        .filter(StoryState::isWaiting)
                        .isEmpty())
                .toList();
    }
}
