package broadsheet.export;

import broadsheet.model.PublishedArticle;
import broadsheet.model.Topic;
import broadsheet.model.Topics;

/** What an article is at present; on which of the two downstream topics its record stands. */
public enum Standing {
    ORIGINAL,
    COPY;

    Topic<String, PublishedArticle> topic(Topics topics) {
        return this == ORIGINAL ? topics.publishedArticles() : topics.copies();
    }
}
