package broadsheet.ingest;

import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.ingest.body.BlockModel;
import broadsheet.ingest.body.Extracted;
import broadsheet.ingest.body.Hints;
import broadsheet.ingest.body.MainText;
import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Markup;
import broadsheet.ingest.kind.PageKind;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Marks;
import broadsheet.ingest.metadata.Metadata;
import broadsheet.ingest.metadata.MetadataReader;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * Reads a page of HTML: what it says about itself, and its main text.
 *
 * @param model judges the page's blocks
 */
record HtmlParser(BlockModel model) {
    Parse parse(RawPage page, String html) {
        String url = page.url().orElse("");
        Document document = Markup.page(html, url);
        Blocks blocks = BlockReader.read(document);
        Marks marks = Marks.of(document);
        Metadata facts = MetadataReader.read(marks, blocks, url, page.fetchedAt());
        String headline = facts.headline().map(Found::value).orElse("");
        Extracted shown = MainText.extract(blocks, hints(facts), model);
        PageText text = PageText.of(document, marks.scripts(), shown, facts, model);
        String place = page.url()
                .or(() -> facts.addresses().stream().map(Found::value).findFirst())
                .orElse("");
        Optional<PageKind.Other> other =
                PageKind.of(document, marks.jsonLd(), blocks, place, headline, WordCount.count(text.text()));
        if (other.isPresent()) {
            return Parse.of(new Rejected(
                    Reason.of(other.get().kind()), other.get().seen(), page.url(), ArticleAssembler.day(facts)));
        }
        ParseOutcome outcome = Walls.refuse(page, facts, text)
                .orElseGet(() -> ArticleAssembler.assemble(page, facts, text.text(), text.confidence(), text.from()));
        return Parse.of(Shell.explain(outcome, document, blocks));
    }

    /** The main text alone, with what became of each block. */
    Extracted extract(RawPage page, String html) {
        PageBlocks read = blocks(page, html);
        return MainText.extract(read.blocks(), read.hints(), model);
    }

    /** The blocks of a page and what its metadata tells about them. */
    static PageBlocks blocks(RawPage page, String html) {
        String url = page.url().orElse("");
        Document document = Markup.page(html, url);
        Blocks blocks = BlockReader.read(document);
        return new PageBlocks(blocks, hints(MetadataReader.read(Marks.of(document), blocks, url, page.fetchedAt())));
    }

    static Hints hints(Metadata facts) {
        return new Hints(
                facts.headline().map(Found::value).orElse(""),
                facts.description().map(Found::value).orElse(""),
                facts.authors().map(Found::value).orElse(List.of()),
                facts.articleBody().flatMap(MetadataReader::plain).orElse(""));
    }
}
