package broadsheet.ingest;

import broadsheet.ingest.dump.Dump;
import broadsheet.ingest.dump.DumpReader;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Metadata;
import broadsheet.ingest.metadata.MetadataReader;
import broadsheet.model.Provenance;
import java.util.Optional;

/** Reads a page that came as plain text. */
final class DumpParser {
    private DumpParser() {}

    static Parse parse(RawPage page, String text) {
        Dump dump = DumpReader.read(text);
        var facts = Metadata.named()
                .headline(dump.headline().map(DumpParser::found))
                .authors(Optional.of(MetadataReader.people(dump.authors()))
                        .filter(list -> !list.isEmpty())
                        .map(DumpParser::found))
                .published(dump.dateLine()
                        .flatMap(line -> MetadataReader.date(line, "", page.fetchedAt()))
                        .map(DumpParser::found))
                .section(dump.section().map(DumpParser::found))
                .build();
        return Parse.of(ArticleAssembler.assemble(page, facts, dump.body(), dump.confidence(), Provenance.TEXT));
    }

    private static <T> Found<T> found(T value) {
        return new Found<>(value, Provenance.TEXT);
    }
}
