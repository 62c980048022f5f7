package broadsheet.ingest;

import broadsheet.ingest.body.BlockModel;
import broadsheet.ingest.body.Extracted;
import broadsheet.ingest.body.FullerText;
import broadsheet.ingest.body.MainText;
import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.html.Markup;
import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.metadata.Metadata;
import broadsheet.ingest.state.StateText;
import broadsheet.model.Provenance;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text of a page, wherever it stands. What the page shows comes first. If the same article stands somewhere else, and is
 * much longer there, the page shows only its beginning, and the longer text is taken: from hidden elements, from the
 * structured data, or from the data of its scripts.
 *
 * @param text the article; blocks separated by a blank line
 * @param confidence how sure it is that this is the article, from 0 to 1
 * @param from where it was found
 */
record PageText(String text, double confidence, Provenance from) {
    /** Characters; of a longer text nobody hides the rest, and the scripts are not searched. */
    private static final int LONG = 2_000;

    /** Characters: less is no article. */
    private static final int NOTHING = 60;

    /**
     * The fullest text of the article.
     *
     * @param scripts of the page
     * @param shown what the page shows of it
     */
    static PageText of(Document page, List<Element> scripts, Extracted shown, Metadata facts, BlockModel model) {
        var text = new PageText(shown.text(), shown.confidence(), Provenance.HTML);
        String headline = facts.headline().map(Found::value).orElse("");
        if (text.text.length() < NOTHING) {
            Extracted hidden = MainText.extract(BlockReader.readAll(page), HtmlParser.hints(facts), model);
            text = text.or(Optional.of(hidden), Provenance.HTML);
        }
        text = text.or(
                facts.articleBody().filter(text::isShorterThan).map(body -> fragment(body, headline)),
                Provenance.JSON_LD);
        if (text.text.length() < LONG) {
            text = text.or(StateText.of(scripts, headline).map(body -> fragment(body, headline)), Provenance.SCRIPT);
        }
        return text;
    }

    /** Before anything is read: a text must be much longer, and its marks only add to its length. */
    private boolean isShorterThan(String other) {
        return other.length() > FullerText.LONGER * text.length();
    }

    private PageText or(Optional<Extracted> other, Provenance where) {
        return other.filter(found -> FullerText.is(found.text(), text))
                .map(found -> new PageText(found.text(), found.confidence(), where))
                .orElse(this);
    }

    private static Extracted fragment(String body, String headline) {
        return MainText.whole(BlockReader.read(Markup.fragment(StateText.html(body))), headline);
    }
}
