package broadsheet.ingest;

import broadsheet.ingest.body.Extracted;
import broadsheet.ingest.body.MainText;
import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Metadata;
import broadsheet.ingest.metadata.MetadataReader;
import broadsheet.model.Provenance;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads a page of HTML: what it says about itself, and its main text. */
final class HtmlParser {
    /** Deeper elements become children of this level, so that no page can exhaust the stack. */
    private static final int DEPTH = 400;

    private HtmlParser() {}

    static Parse parse(RawPage page, String html) {
        String url = page.url().orElse("");
        Document document = Parser.htmlParser().setMaxDepth(DEPTH).parseInput(html, url);
        Metadata facts = MetadataReader.read(document, url, page.fetchedAt());
        Extracted text = MainText.extract(
                BlockReader.read(document), facts.headline().map(Found::value).orElse(""));
        return Parse.of(ArticleAssembler.assemble(page, facts, text.text(), text.confidence(), Provenance.HTML));
    }
}
