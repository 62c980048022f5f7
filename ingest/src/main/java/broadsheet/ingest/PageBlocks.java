package broadsheet.ingest;

import broadsheet.ingest.body.Hints;
import broadsheet.ingest.body.MainText;
import broadsheet.ingest.bytes.TextDecoder;
import broadsheet.ingest.html.Blocks;
import java.util.List;

/**
 * A page of HTML just before its text is chosen: what a model of blocks is trained on.
 *
 * @param blocks all that could be text
 * @param hints what the metadata tells about them
 */
public record PageBlocks(Blocks blocks, Hints hints) {
    /** Reads a page as {@link PageParser} does; its bytes must be HTML and not wrapped. */
    public static PageBlocks read(RawPage page) {
        return HtmlParser.blocks(page, TextDecoder.decode(page.bytes(), page.contentType()));
    }

    /** What the model sees of each block. */
    public List<float[]> features() {
        return MainText.features(blocks, hints);
    }
}
