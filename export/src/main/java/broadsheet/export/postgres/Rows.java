package broadsheet.export.postgres;

import broadsheet.export.Change;
import broadsheet.export.CodePoints;
import broadsheet.export.Column;
import broadsheet.export.Standing;
import broadsheet.model.Amendment;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Entity;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Section;
import broadsheet.model.Version;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows that changes put into the tables, and the ids whose rows they take out first. */
final class Rows {

    private static final Set<Column> OF_ALL = EnumSet.range(Column.ID, Column.FIRST_PUBLISHED);
    private static final Set<Column> OF_COPIES = EnumSet.complementOf(EnumSet.of(Column.AMENDED_BY));
    private static final Set<Column> JSON =
            EnumSet.of(Column.SECTIONS, Column.ENTITIES, Column.HISTORY, Column.PROVENANCE);

    private final int reading;
    private final List<String> originals = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private final CopyRows articles = new CopyRows("articles", columns(OF_ALL));
    private final CopyRows copies = new CopyRows("copies", columns(OF_COPIES));
    private final CopyRows entities = new CopyRows(
            "entities",
            List.of(
                    "article_id",
                    "number",
                    "name",
                    "type",
                    "salience",
                    "link_scheme",
                    "link_id",
                    "link_name",
                    "latitude",
                    "longitude"));
    private final CopyRows mentions =
            new CopyRows("mentions", List.of("article_id", "entity", "from_character", "to_character", "text"));
    private final CopyRows sections =
            new CopyRows("sections", List.of("article_id", "media_topic", "name", "confidence", "origin"));
    private final CopyRows versions = new CopyRows("versions", List.of("article_id", "at", "content_hash"));
    private final CopyRows amendments = new CopyRows("amendments", List.of("article_id", "copy_id", "kind"));

    private Rows(int reading) {
        this.reading = reading;
    }

    static Rows of(List<Change> changes, int reading) {
        Rows rows = new Rows(reading);
        for (Change change : changes) {
            (change.standing() == Standing.ORIGINAL ? rows.originals : rows.copied).add(change.id());
            if (change instanceof Change.Upsert upsert) {
                rows.add(upsert);
            }
        }
        return rows;
    }

    private static List<String> columns(Set<Column> chosen) {
        List<String> names = new ArrayList<>(chosen.stream().map(Column::word).toList());
        names.add("reading");
        return names;
    }

    private void add(Change.Upsert upsert) {
        PublishedArticle article = upsert.article();
        if (upsert.standing() == Standing.COPY) {
            copies.add(values(OF_COPIES, article));
            return;
        }
        articles.add(values(OF_ALL, article));
        addEntities(article.enriched());
        for (Section section : article.enriched().sections()) {
            sections.add(List.of(
                    article.id(),
                    section.mediaTopic(),
                    section.name(),
                    section.confidence(),
                    section.origin().word()));
        }
        for (Version.Entry version : article.version().history()) {
            versions.add(List.of(article.id(), version.at(), version.contentHash()));
        }
        for (Amendment amendment : article.amendedBy().orElse(List.of())) {
            amendments.add(
                    List.of(article.id(), amendment.id(), amendment.kind().word()));
        }
    }

    private List<Object> values(Set<Column> chosen, PublishedArticle article) {
        List<Object> values = new ArrayList<>();
        for (Column column : chosen) {
            Optional<?> value = column.value(article);
            values.add(JSON.contains(column) ? value.map(CopyRows.AsJson::new) : value);
        }
        values.add(reading);
        return values;
    }

    private void addEntities(EnrichedArticle enriched) {
        String id = enriched.article().id();
        int number = 0;
        for (Entity entity : CodePoints.of(enriched.article().body()).counted(enriched.entities())) {
            number++;
            entities.add(List.of(
                    id,
                    number,
                    entity.name(),
                    entity.type(),
                    entity.salience(),
                    entity.link().map(Entity.Link::scheme),
                    entity.link().map(Entity.Link::id),
                    entity.link().map(Entity.Link::name),
                    entity.link().flatMap(Entity.Link::latitude),
                    entity.link().flatMap(Entity.Link::longitude)));
            for (Entity.Mention mention : entity.mentions()) {
                mentions.add(List.of(id, number, mention.start(), mention.end(), mention.text()));
            }
        }
    }

    /** Ids whose rows in {@code articles}, and in what belongs to them, are to go. */
    List<String> originals() {
        return originals;
    }

    /** Ids whose rows in {@code copies} are to go. */
    List<String> copied() {
        return copied;
    }

    /** What is to come instead. */
    List<CopyRows> tables() {
        return List.of(articles, copies, entities, mentions, sections, versions, amendments);
    }
}
