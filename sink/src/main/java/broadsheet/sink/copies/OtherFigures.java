package broadsheet.sink.copies;

/** Whether a text says the same as another with other figures: a sentence is the same but for its numbers. */
final class OtherFigures {

    private OtherFigures() {}

    /**
     * Whether both have a sentence that is the same but for its numbers; those in the masks are passed over, and so are
     * forms of which a text has several.
     */
    static boolean between(Fingerprint one, long mask, Fingerprint other, long otherMask) {
        int varied = 0;
        for (int i = 0; i < one.sentences(); i++) {
            if (one.hasNumber(i)) {
                int pattern = one.pattern(varied++);
                if ((mask >>> i & 1) == 0
                        && !hasSentence(one.sentence(i), other)
                        && hasOther(pattern, one.sentence(i), other, otherMask, one)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasOther(int pattern, int sentence, Fingerprint in, long mask, Fingerprint one) {
        int varied = 0;
        for (int i = 0; i < in.sentences(); i++) {
            if (in.hasNumber(i)
                    && in.pattern(varied++) == pattern
                    && in.sentence(i) != sentence
                    && (mask >>> i & 1) == 0
                    && !hasSentence(in.sentence(i), one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSentence(int sentence, Fingerprint in) {
        for (int i = 0; i < in.sentences(); i++) {
            if (in.sentence(i) == sentence) {
                return true;
            }
        }
        return false;
    }
}
