package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;

/** Reads what the line before a date says of it where label and date are two lines, as in lists of terms and in tables. */
final class LabelBefore {
    private LabelBefore() {}

    static DateLabel of(Block line, Blocks blocks) {
        return line.index() == 0
                ? DateLabel.NONE
                : LabelledDates.labelOf(blocks.get(line.index() - 1).text());
    }
}
