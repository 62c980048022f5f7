package broadsheet.export;

import broadsheet.model.PublishedArticle;

/** What one record asks of a target. An article that moves from one topic to the other is two changes, in either order. */
public sealed interface Change {

    /** Which of the two records of the article it concerns; the other one stays as it is. */
    Standing standing();

    /** The article's id. */
    String id();

    /** Where its record stands in its partition: of two changes of the same article and standing the later one counts. */
    long offset();

    /**
     * Keep this instead of what is there.
     *
     * @param json the record as it stands on the topic, fields of a later contract included
     * @param article the same, read, in {@linkplain StorableText plain text}
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Upsert(Standing standing, String id, long offset, byte[] json, PublishedArticle article) implements Change {}

    /** It is not here any more; no matter if it never was. */
    record Delete(Standing standing, String id, long offset) implements Change {}
}
