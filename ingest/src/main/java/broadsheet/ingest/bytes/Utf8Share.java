package broadsheet.ingest.bytes;

/** How much of the bytes beyond ASCII is well-formed UTF-8: near 1 for a page in UTF-8 with a few broken bytes. */
final class Utf8Share {
    private Utf8Share() {}

    static double of(byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < bytes.length; ) {
            int b = bytes[i] & 0xff;
            if (b < 0x80) {
                i++;
                continue;
            }
            int length = b >= 0xf0 && b < 0xf5 ? 4 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xc2 && b < 0xe0 ? 2 : 0;
            if (length > 0 && continues(bytes, i + 1, length - 1)) {
                good++;
                i += length;
            } else {
                bad++;
                i++;
            }
        }
        return good + bad == 0 ? 1 : (double) good / (good + bad);
    }

    private static boolean continues(byte[] bytes, int start, int count) {
        if (start + count > bytes.length) {
            return false;
        }
        for (int i = start; i < start + count; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
