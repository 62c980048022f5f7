package broadsheet.console.index;

import broadsheet.export.Change;
import broadsheet.export.Standing;
import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Entity;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Section;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** Makes a document of the index of an article. One at a time in a thread. */
final class IndexedArticle {

    private static final int FIRST_HALF_OF_ID = 16;
    private static final int LONGEST_VALUE = 200;

    private final WordAnalysis analysis;

    IndexedArticle(WordAnalysis analysis) {
        this.analysis = analysis;
    }

    /** What tells a document from all others. */
    static String key(Standing standing, String id) {
        return standing.name() + "/" + id;
    }

    /** The time that an article is sorted by. */
    static Instant published(Article article) {
        return article.publishedAt().orElse(article.fetchedAt());
    }

    Document document(Change.Upsert upsert, int reading) {
        PublishedArticle published = upsert.article();
        Document document = new Document();
        document.add(string(IndexField.KEY, key(upsert.standing(), upsert.id())));
        document.add(string(IndexField.STANDING, upsert.standing().name()));
        document.add(new IntPoint(IndexField.READING, reading));
        document.add(new StoredField(IndexField.JSON, new BytesRef(upsert.json())));
        document.add(new NumericDocValuesField(
                IndexField.TIE, Long.parseUnsignedLong(upsert.id().substring(0, FIRST_HALF_OF_ID), 16)));
        published.copyOf().ifPresent(original -> {
            document.add(string(IndexField.COPY_OF, original.id()));
            document.add(new SortedDocValuesField(
                    IndexField.COPY_OF + IndexField.COUNTED, new BytesRef(clipped(original.id()))));
        });
        addText(document, published.enriched().article());
        addFacts(document, published.enriched().article());
        addAnnotations(document, published.enriched());
        return document;
    }

    private static Field string(String name, String value) {
        return new StringField(name, clipped(value), Field.Store.NO);
    }

    private void addText(Document document, Article article) {
        String language = article.language();
        document.add(
                new TextField(IndexField.HEADLINE, analysis.stream(language, "headline-alone", article.headline())));
        document.add(new TextField(IndexField.TEXT, analysis.stream(language, "headline", article.headline())));
        article.description()
                .ifPresent(description -> document.add(
                        new TextField(IndexField.TEXT, analysis.stream(language, "description", description))));
        document.add(new TextField(IndexField.TEXT, analysis.stream(language, "body", article.body())));
    }

    private static void addFacts(Document document, Article article) {
        document.add(new LongField(IndexField.PUBLISHED, published(article).toEpochMilli(), Field.Store.NO));
        String language = article.language().toLowerCase(Locale.ROOT);
        String primary = WordAnalysis.primary(language);
        document.add(string(IndexField.LANGUAGE, language));
        if (!primary.equals(language)) {
            document.add(string(IndexField.LANGUAGE, primary));
        }
        document.add(
                new SortedDocValuesField(IndexField.LANGUAGE + IndexField.COUNTED, new BytesRef(clipped(primary))));
        article.source().name().ifPresent(name -> document.add(text(IndexField.SOURCE, name)));
        article.source().domain().ifPresent(domain -> {
            document.add(
                    new SortedDocValuesField(IndexField.SOURCE + IndexField.COUNTED, new BytesRef(clipped(domain))));
            // What is asked of a site is answered by what lies under it too.
            String site = domain;
            while (site.indexOf('.') >= 0) {
                document.add(text(IndexField.SOURCE, site));
                site = site.substring(site.indexOf('.') + 1);
            }
        });
    }

    private static Field text(String name, String value) {
        return new TextField(name, clipped(value), Field.Store.NO);
    }

    private static void addAnnotations(Document document, EnrichedArticle enriched) {
        enriched.article().section().ifPresent(word -> document.add(text(IndexField.SECTION, word)));
        for (Section section : enriched.sections()) {
            document.add(text(IndexField.SECTION, section.name()));
            document.add(counted(IndexField.SECTION, section.name()));
        }
        for (Entity entity : enriched.entities()) {
            document.add(text(IndexField.ENTITY, entity.name()));
            document.add(counted(IndexField.ENTITY, entity.name()));
            for (String place : placeNames(entity)) {
                document.add(text(IndexField.PLACE, place));
            }
        }
    }

    private static Field counted(String name, String value) {
        return new SortedSetDocValuesField(name + IndexField.COUNTED, new BytesRef(clipped(value)));
    }

    private static List<String> placeNames(Entity entity) {
        if (entity.type() != Entity.Type.LOCATION) {
            return List.of();
        }
        return entity.link().map(link -> List.of(entity.name(), link.name())).orElseGet(() -> List.of(entity.name()));
    }

    /** A value has a limit in the index that no name reaches. */
    private static String clipped(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    }
}
