package broadsheet.export;

import broadsheet.model.Article;
import broadsheet.model.CopyOf;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Version;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The columns of an article where it is one row. Lists are lists; entities have their offsets in code points. Types are
 * those of DuckDB.
 */
public enum Column {
    ID("VARCHAR", of(PublishedArticle::id)),
    URL("VARCHAR", article(Article::url)),
    CANONICAL_URL("VARCHAR", article(Article::canonicalUrl)),
    DOMAIN("VARCHAR", article(article -> article.source().domain())),
    SOURCE("VARCHAR", article(article -> article.source().name())),
    HEADLINE("VARCHAR", article(article -> Optional.of(article.headline()))),
    AUTHORS("VARCHAR[]", article(article -> Optional.of(article.authors()))),
    PUBLISHED_AT("TIMESTAMPTZ", article(Article::publishedAt)),
    MODIFIED_AT("TIMESTAMPTZ", article(Article::modifiedAt)),
    FETCHED_AT("TIMESTAMPTZ", article(article -> Optional.of(article.fetchedAt()))),
    LANGUAGE("VARCHAR", article(article -> Optional.of(article.language()))),
    SECTION("VARCHAR", article(Article::section)),
    KEYWORDS("VARCHAR[]", article(article -> Optional.of(article.keywords()))),
    IMAGE("VARCHAR", article(Article::image)),
    DESCRIPTION("VARCHAR", article(Article::description)),
    BODY("VARCHAR", article(article -> Optional.of(article.body()))),
    WORD_COUNT("INTEGER", article(article -> Optional.of(article.wordCount()))),
    ACCESSIBLE_FOR_FREE("BOOLEAN", article(Article::accessibleForFree)),
    CONFIDENCE("DOUBLE", article(article -> Optional.of(article.confidence()))),
    PROVENANCE("MAP(VARCHAR, VARCHAR)", article(article -> Optional.of(article.provenance()))),
    ANNOTATED("VARCHAR[]", enriched(EnrichedArticle::annotated)),
    VERSION("INTEGER", version(Version::number)),
    CHANGE("VARCHAR", version(version -> version.change().word())),
    SUBSTANTIVE("BOOLEAN", version(Version::substantive)),
    CHANGED_FIELDS("VARCHAR[]", version(Version::changedFields)),
    FIRST_PUBLISHED("TIMESTAMPTZ", version(Version::firstPublished)),
    COPY_OF("VARCHAR", copy(copy -> Optional.of(copy.id()))),
    COPY_KIND("VARCHAR", copy(copy -> copy.kind().map(CopyOf.Kind::word))),
    COPY_SIMILARITY("DOUBLE", copy(copy -> Optional.of(copy.similarity()))),
    COPY_METHOD("VARCHAR", copy(copy -> Optional.of(copy.method()))),
    COPY_FULLER("BOOLEAN", copy(copy -> Optional.of(copy.fuller()))),
    AMENDED_BY(
            "STRUCT(id VARCHAR, kind VARCHAR)[]",
            published -> published.amendedBy().map(Function.identity())),
    SECTIONS(
            "STRUCT(\"mediaTopic\" VARCHAR, name VARCHAR, confidence DOUBLE, origin VARCHAR)[]",
            enriched(EnrichedArticle::sections)),
    ENTITIES(
            "STRUCT(name VARCHAR, type VARCHAR, salience DOUBLE, mentions STRUCT(\"start\" INTEGER, \"end\" INTEGER,"
                    + " text VARCHAR)[], link STRUCT(scheme VARCHAR, id VARCHAR, name VARCHAR, latitude DOUBLE, longitude"
                    + " DOUBLE))[]",
            enriched(enriched -> CodePoints.of(enriched.article().body()).counted(enriched.entities()))),
    HISTORY("STRUCT(\"at\" TIMESTAMPTZ, \"contentHash\" VARCHAR)[]", version(Version::history));

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // All of them are pure.
    private final Function<PublishedArticle, Optional<?>> value;

    Column(String type, Function<PublishedArticle, Optional<?>> value) {
        this.type = type;
        this.value = value;
    }

    private static Function<PublishedArticle, Optional<?>> of(Function<PublishedArticle, Object> value) {
        return published -> Optional.of(value.apply(published));
    }

    private static Function<PublishedArticle, Optional<?>> article(Function<Article, Optional<?>> value) {
        return published -> value.apply(published.enriched().article());
    }

    private static Function<PublishedArticle, Optional<?>> enriched(Function<EnrichedArticle, Object> value) {
        return published -> Optional.of(value.apply(published.enriched()));
    }

    private static Function<PublishedArticle, Optional<?>> version(Function<Version, Object> value) {
        return published -> Optional.of(value.apply(published.version()));
    }

    private static Function<PublishedArticle, Optional<?>> copy(Function<CopyOf, Optional<?>> value) {
        return published -> published.copyOf().flatMap(value);
    }

    /** Its name in a header or a table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String type() {
        return type;
    }

    /** What stands in it: text, number, truth, time, or a list or map of such; empty if the article does not have it. */
    public Optional<?> value(PublishedArticle article) {
        return value.apply(article);
    }

    /** The same as text: lists and maps in JSON. */
    public Optional<String> text(PublishedArticle article) {
        return value(article)
                .map(found -> found instanceof Collection || found instanceof java.util.Map
                        ? Json.line(found)
                        : found.toString());
    }

    /** All of them, in order. */
    public static List<Column> all() {
        return List.of(values());
    }
}
