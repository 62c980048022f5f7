package broadsheet.console.index;

/** Names of fields in the index. */
final class IndexField {

    /** Standing and id: one document has it. */
    static final String KEY = "key";

    /** {@code ORIGINAL} or {@code COPY}. */
    static final String STANDING = "standing";

    /** Headline, description and body, as words and as stems of the article's language. */
    static final String TEXT = "text";

    /** The headline alone, likewise: what stands there is worth more. */
    static final String HEADLINE = "headline";

    static final String SECTION = "section";
    static final String ENTITY = "entity";
    static final String PLACE = "place";
    static final String SOURCE = "source";
    static final String LANGUAGE = "language";

    /** When the publisher says that it was published, or else when it was fetched, in milliseconds. */
    static final String PUBLISHED = "published";

    /** A part of the id, to put what was published at the same time in one order. */
    static final String TIE = "tie";

    /** Of a copy: id of the original. */
    static final String COPY_OF = "copyOf";

    /** Which reading of the topics it was found in. */
    static final String READING = "reading";

    /** The record as it stands on the topic. */
    static final String JSON = "json";

    /** What is counted by values has these in a field of its own. */
    static final String COUNTED = ".counted";

    private IndexField() {}
}
