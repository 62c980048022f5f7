package broadsheet.ingest;

/** Counts words: runs of letters and digits, and two ideographs or kana for one. */
public final class Words {
    private Words() {}

    public static int count(String text) {
        int words = 0;
        int ideographs = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30ff)) {
                ideographs++;
                inWord = false;
            } else if (Character.isLetterOrDigit(c)) {
                words += inWord ? 0 : 1;
                inWord = true;
            } else if (c != '\'' && c != '’' && c != '-') {
                inWord = false;
            }
        }
        return words + (ideographs + 1) / 2;
    }
}
