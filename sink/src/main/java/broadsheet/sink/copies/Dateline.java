package broadsheet.sink.copies;

/**
 * Holds back the words with which a sentence begins until it is known whether they are a dateline, and then leaves them out
 * of the slots: an agency's text has another in each house. "TOKYO, Nov 14 (AFP) -", "Bonn (uw) –", "Brussels, Tuesday",
 * "新华社北京3月2日电". It is made of names, numbers and short words, and has a day after a comma, or a dash after
 * brackets; in Chinese it ends with 日电.
 */
final class Dateline {

    private static final int WORDS = 10;
    private static final int CHARACTERS = 30;
    private static final long DAY = hashOf('日');
    private static final long WIRE = hashOf('电');
    private static final long WIRE_IN_FULL = hashOf('電');

    private final SlotCollector slots;
    private final long[] hashes = new long[CHARACTERS];
    private final int[] kinds = new int[CHARACTERS];
    private final int[] sets = new int[CHARACTERS];
    private final boolean[] characters = new boolean[CHARACTERS];
    private int sentence;
    private int held;
    /** How many of those held are surely part of it. */
    private int sure;

    private int words;
    private boolean open;
    private boolean comma;
    private boolean dated;
    private boolean brackets;
    private long last;

    Dateline(SlotCollector slots) {
        this.slots = slots;
    }

    private static long hashOf(char character) {
        return Hash.mix(Hash.add(Hash.START, character));
    }

    /** Begins a sentence. */
    void begin(int number) {
        end();
        sentence = number;
        open = true;
        words = 0;
        comma = false;
        dated = false;
        brackets = false;
        last = 0;
    }

    /** Ends a sentence: one of nothing but such words, and with brackets, is a dateline too. */
    void end() {
        if (open && brackets) {
            sure = held;
        }
        close();
    }

    private void close() {
        for (int i = sure; i < held; i++) {
            slots.add(hashes[i], kinds[i], sets[i], characters[i], sentence);
        }
        held = 0;
        sure = 0;
        open = false;
    }

    /**
     * Takes the next word, before it is {@linkplain #add added}.
     *
     * @param mark the mark before it, if there is one
     * @param fits whether it is a name, a number, a short word or a character
     */
    void look(long hash, long meaning, char mark, boolean fits, boolean character) {
        if (!open) {
            return;
        }
        boolean dash = mark == '-' || mark == '\u2013' || mark == '\u2014';
        if (brackets && dash) {
            sure = held;
            close();
        } else if (!fits || ++words > (character ? CHARACTERS : WORDS)) {
            close();
        } else {
            comma |= mark == ',' && words > 1;
            brackets |= mark == '(' && words > 1;
            dated |= comma && TellingWords.isDayOrMonth(meaning);
            if (character && last == DAY && (hash == WIRE || hash == WIRE_IN_FULL)) {
                held = 0;
                open = false;
            }
            last = hash;
        }
    }

    /** Adds a word to the slots, perhaps later, or not. */
    void add(long hash, int kind, int set, boolean character) {
        if (!open || held == CHARACTERS) {
            close();
            slots.add(hash, kind, set, character, sentence);
            return;
        }
        hashes[held] = hash;
        kinds[held] = kind;
        sets[held] = set;
        characters[held++] = character;
        if (dated && kind == SlotSample.NUMBER) {
            sure = held;
        }
    }
}
