package broadsheet.sink.copies;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Collects the {@link SlotSample} of a text while it is read. Used again for the next text. */
final class SlotCollector {

    /** Words looked at from a slot's on. */
    private static final int AHEAD = 5;

    private static final int CHARACTERS_BEFORE = 4;
    private static final int WORDS_BEFORE = 2;
    private static final int MOST_BEFORE = 4;
    private static final int MOST_NAMES_BEFORE = 7;
    private static final long ANY = 11;

    private static final int RING = 16;
    private static final long END = 7;

    /** Some of them may turn out to stand in two places. */
    private static final int MOST = SlotSample.KEPT_CHARACTERS + SlotSample.KEPT;

    private static final int TWICE = -1;

    private final long[] hashes = new long[RING];
    private final int[] letters = new int[RING];
    private final int[] kinds = new int[RING];
    private final int[] sentences = new int[RING];
    private final boolean[] characters = new boolean[RING];
    private int words;
    private int characterCount;

    // The smallest so far, sorted; with the sentence of each, or TWICE.
    private final long[] slots = new long[MOST + 1];
    private final int[] sentenceOf = new int[MOST + 1];
    private int count;
    private boolean full;

    void clear() {
        words = 0;
        characterCount = 0;
        count = 0;
        full = false;
    }

    /**
     * Takes the next word that is not light.
     *
     * @param kind one of those of {@link SlotSample}
     * @param set its {@link Letters}
     * @param character whether it is a character of a script without spaces
     */
    void add(long hash, int kind, int set, boolean character, int sentence) {
        int at = words++ % RING;
        hashes[at] = hash;
        letters[at] = set;
        kinds[at] = kind;
        characters[at] = character;
        characterCount += character ? 1 : 0;
        sentences[at] = sentence;
        if (words >= AHEAD) {
            note(words - AHEAD);
        }
    }

    /** Ends the text. */
    SlotSample end(IntUnaryOperator slotOfSentence) {
        int last = words;
        for (int i = 1; i < AHEAD; i++) {
            kinds[words % RING] = SlotSample.WORD;
            hashes[words++ % RING] = END;
            if (words >= AHEAD && words - AHEAD < last) {
                note(words - AHEAD);
            }
        }
        return build(slotOfSentence);
    }

    private void note(int word) {
        int at = word % RING;
        boolean character = characters[at];
        long key = character ? charactersBefore(word) : wordsBefore(word);
        int set = character ? (byteOf(word + 3) << 8) | byteOf(word + 4) : letters[at];
        int following = (((int) hashes[at] & 0xFF) << 16) | (byteOf(word + 1) << 8) | byteOf(word + 2);
        keep(SlotSample.slot(key, character, kinds[at], set, following), sentences[at]);
    }

    private long charactersBefore(int word) {
        long key = 3;
        for (int i = word - CHARACTERS_BEFORE; i < word; i++) {
            key = Hash.mix(key * 31 + (i < 0 ? END : hashes[i % RING]));
        }
        return key;
    }

    /**
     * Two words before, and the names between, of which each counts as any: they are slots themselves. Numbers do not: by
     * them districts, years and rows are told apart. Where all before are names, as in German, it is looked further back.
     */
    private long wordsBefore(int word) {
        long key = 5;
        int plain = 0;
        for (int i = word - 1;
                plain < WORDS_BEFORE && i >= word - (plain == 0 ? MOST_NAMES_BEFORE : MOST_BEFORE);
                i--) {
            boolean any = i >= 0 && kinds[i % RING] == SlotSample.NAME;
            plain += any ? 0 : 1;
            key = Hash.mix(key * 31 + (i < 0 ? END : any ? ANY : hashes[i % RING]));
        }
        return key;
    }

    /** A byte of the word's hash; another if it is negated. */
    private int byteOf(int word) {
        int at = word % RING;
        return ((int) hashes[at] & 0xFF) ^ (kinds[at] == SlotSample.NEGATED ? SlotSample.DENIAL : 0);
    }

    private void keep(long slot, int sentence) {
        int place = SlotSample.place(slot);
        int at = count;
        while (at > 0 && SlotSample.place(slots[at - 1]) > place) {
            at--;
        }
        if (at > 0 && SlotSample.place(slots[at - 1]) == place) {
            sentenceOf[at - 1] = slots[at - 1] == slot ? sentenceOf[at - 1] : TWICE;
        } else if (at < MOST) {
            System.arraycopy(slots, at, slots, at + 1, count - at);
            System.arraycopy(sentenceOf, at, sentenceOf, at + 1, count - at);
            slots[at] = slot;
            sentenceOf[at] = sentence;
            full |= count == MOST;
            count = Math.min(count + 1, MOST);
        } else {
            full = true;
        }
    }

    private SlotSample build(IntUnaryOperator slotOfSentence) {
        int most = characterCount * 2 > words ? SlotSample.KEPT_CHARACTERS : SlotSample.KEPT;
        int kept = 0;
        int ceiling = full ? SlotSample.place(slots[count - 1]) : SlotSample.WHOLE;
        var sentence = new byte[most];
        for (int i = 0; i < count; i++) {
            if (sentenceOf[i] == TWICE) {
                continue;
            }
            if (kept == most) {
                ceiling = SlotSample.place(slots[kept - 1]);
                break;
            }
            sentence[kept] = (byte) slotOfSentence.applyAsInt(sentenceOf[i]);
            slots[kept++] = slots[i];
        }
        return SlotSample.of(slots, Arrays.copyOf(sentence, kept), ceiling);
    }
}
