package broadsheet.ingest;

import broadsheet.ingest.dump.Dump;
import broadsheet.ingest.dump.DumpReader;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Metadata;
import broadsheet.ingest.metadata.MetadataReader;
import broadsheet.model.Provenance;
import java.util.List;
import java.util.Optional;

/** Reads a page that came as plain text. */
final class DumpParser {
    private DumpParser() {}

    static Parse parse(RawPage page, String text) {
        Dump dump = DumpReader.read(text);
        var facts = new Metadata(
                dump.headline().map(DumpParser::found),
                Optional.of(MetadataReader.people(dump.authors()))
                        .filter(list -> !list.isEmpty())
                        .map(DumpParser::found),
                dump.dateLine()
                        .flatMap(line -> MetadataReader.date(line, "", page.fetchedAt()))
                        .map(DumpParser::found),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                dump.section().map(DumpParser::found),
                Optional.<Found<List<String>>>empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Parse.of(ArticleAssembler.assemble(page, facts, dump.body(), dump.confidence(), Provenance.TEXT));
    }

    private static <T> Found<T> found(T value) {
        return new Found<>(value, Provenance.TEXT);
    }
}
