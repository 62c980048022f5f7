package broadsheet.ingest;

import broadsheet.ingest.body.MainText;
import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.html.Markup;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Metadata;
import broadsheet.ingest.metadata.MetadataReader;
import broadsheet.ingest.wrap.Ninjs;
import broadsheet.ingest.wrap.Wrapping;
import broadsheet.model.Provenance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a wire service's ninjs item: the body is the article, nothing has to be found. */
final class NinjsParser {
    private NinjsParser() {}

    static Parse parse(RawPage page, Ninjs item) {
        String headline = item.headline().orElse("");
        String body = item.isMarkup()
                ? MainText.whole(BlockReader.read(Markup.fragment(item.body())), headline)
                        .text()
                : item.body()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n\n"));
        RawPage own = page.named(item.url(), Wrapping.NINJS, Provenance.FEED);
        return Parse.of(ArticleAssembler.assemble(own, facts(own, item), body, 1, Provenance.FEED));
    }

    private static Metadata facts(RawPage page, Ninjs item) {
        String language = item.language().orElse("");
        return new Metadata(
                item.headline().map(NinjsParser::found),
                item.byline()
                        .map(line -> MetadataReader.people(List.of(line)))
                        .filter(list -> !list.isEmpty())
                        .map(NinjsParser::found),
                item.published()
                        .flatMap(text -> MetadataReader.date(text, language, page.fetchedAt()))
                        .map(NinjsParser::found),
                item.modified()
                        .flatMap(text -> MetadataReader.date(text, language, page.fetchedAt()))
                        .map(NinjsParser::found),
                item.language().flatMap(MetadataReader::languageTag).map(NinjsParser::found),
                List.of(),
                item.provider().map(NinjsParser::found),
                Optional.empty(),
                Optional.of(item.keywords()).filter(list -> !list.isEmpty()).map(NinjsParser::<List<String>>found),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static <T> Found<T> found(T value) {
        return new Found<>(value, Provenance.FEED);
    }
}
