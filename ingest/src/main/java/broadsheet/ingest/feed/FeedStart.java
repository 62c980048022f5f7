package broadsheet.ingest.feed;

import broadsheet.ingest.limits.Limits;

/**
 * As much of a feed as is read. It is cut between two entries before anything is made of it, so that no number of entries
 * takes the memory, and what was read of the first does not depend on how many follow.
 *
 * @param xml the feed up to the first entry that is not read
 * @param unread how many begin from there on
 */
record FeedStart(String xml, int unread) {
    private static final String[] ENTRIES = {"item", "entry"};

    static FeedStart of(String xml) {
        int tags = 0;
        int attributes = 0;
        int entries = 0;
        int end = -1;
        for (int i = 0; i < xml.length(); i++) {
            attributes += xml.charAt(i) == '=' ? 1 : 0;
            if (xml.charAt(i) == '<') {
                tags++;
                if (isEntry(xml, i + 1)) {
                    boolean full = entries == Limits.ENTRIES || tags > Limits.TAGS || attributes > Limits.ATTRIBUTES;
                    if (end < 0 && entries > 0 && full) {
                        end = i;
                        entries = 0;
                    }
                    entries++;
                }
            }
        }
        return end < 0 ? new FeedStart(xml, 0) : new FeedStart(xml.substring(0, end), entries);
    }

    private static boolean isEntry(String xml, int name) {
        for (String entry : ENTRIES) {
            int end = name + entry.length();
            if (xml.regionMatches(true, name, entry, 0, entry.length())
                    && end < xml.length()
                    && endsName(xml.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsName(char c) {
        return c == '>' || c == '/' || c <= ' ';
    }
}
