package broadsheet.ingest;

import broadsheet.archive.MalformedWrapping;
import broadsheet.archive.Packing;
import broadsheet.ingest.body.BlockModel;
import broadsheet.ingest.body.Extracted;
import broadsheet.ingest.body.Extracted.Verdict;
import broadsheet.ingest.bytes.ContentKind;
import broadsheet.ingest.bytes.TextDecoder;
import java.io.PrintStream;

/**
 * Tells for one page of HTML which block was kept or dropped, and by which rule: a line a block, {@code +} or {@code -},
 * the rule, and how the block begins.
 *
 * @param out gets the lines
 */
public record Explain(PrintStream out) {
    private static final int SHOWN = 90;

    /** Explains a page, packed or not; anything but HTML is only named. */
    public void page(RawPage page) {
        ContentKind kind = ContentKind.of(page.bytes(), page.contentType());
        if (kind == ContentKind.PACKED) {
            unpacked(page);
            return;
        }
        if (kind != ContentKind.HTML) {
            out.println("# " + kind + ": only pages of HTML are read block by block");
            return;
        }
        Extracted text = new HtmlParser(BlockModel.shipped())
                .extract(page, TextDecoder.decode(page.bytes(), page.contentType()));
        out.printf("# %d blocks, confidence %.2f%n", text.verdicts().size(), text.confidence());
        for (Verdict verdict : text.verdicts()) {
            String start = verdict.text().replace('\n', ' ');
            out.printf(
                    "%s %-24s %s%n",
                    verdict.kept() ? "+" : "-",
                    verdict.rule().isEmpty() ? "prose" : verdict.rule(),
                    start.length() > SHOWN ? start.substring(0, SHOWN) + "…" : start);
        }
    }

    private void unpacked(RawPage page) {
        try {
            byte[] inside =
                    Packing.unpack(page.bytes(), IngestSettings.defaults().maxPageBytes());
            page(page.with(inside));
        } catch (MalformedWrapping broken) {
            out.println("# " + broken.getMessage());
        }
    }
}
