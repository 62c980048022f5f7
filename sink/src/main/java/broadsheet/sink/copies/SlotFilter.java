package broadsheet.sink.copies;

import java.util.function.IntUnaryOperator;

/**
 * Which words of a text are worth a slot, and as what: numbers, names and longer words are; a dateline is not; a negation
 * is none itself and makes another word of the one after it. Used again for the next text.
 */
final class SlotFilter {

    private final SlotCollector slots = new SlotCollector();
    private final Dateline dateline = new Dateline(slots);
    private boolean negated;

    void clear() {
        slots.clear();
    }

    /**
     * Begins a sentence.
     *
     * @param number how many there were before
     */
    void beginSentence(int number) {
        dateline.begin(number);
        negated = false;
    }

    /**
     * Takes the next word.
     *
     * @param hash without an elided article
     * @param mark the mark before it, or any letter if there is none
     */
    void take(long hash, long number, boolean capital, char mark, boolean character, int letters, int set) {
        // "<NEM>" and "(SIN)" are abbreviations, and deny nothing.
        boolean aside = capital && (mark == '<' || mark == '(');
        // A negation does not reach beyond its sentence, though that goes on in lower case.
        negated &= mark != '.' && mark != '!' && mark != '?';
        long meaning = number == Fingerprinter.NO_NUMBER ? TellingWords.meaning(hash) : number;
        if (meaning == TellingWords.CORRECTION
                || meaning == TellingWords.UPDATE
                || (meaning == TellingWords.NEGATION && aside)) {
            meaning = TellingWords.UNKNOWN;
        }
        boolean fits = capital || character || number != Fingerprinter.NO_NUMBER || letters <= 3;
        dateline.look(hash, meaning, mark, fits, character);
        if (meaning == TellingWords.NEGATION) {
            negated = true;
        } else if (meaning != TellingWords.UNKNOWN && meaning != TellingWords.LIGHT) {
            dateline.add(
                    meaning,
                    negated ? SlotSample.NEGATED : SlotSample.NUMBER,
                    SlotSample.lettersOfNumber(meaning),
                    character);
            negated = false;
        } else if (character || (meaning == TellingWords.UNKNOWN && (capital || letters > 3))) {
            int kind = negated ? SlotSample.NEGATED : capital ? SlotSample.NAME : SlotSample.WORD;
            dateline.add(hash, kind, set, character);
            negated = false;
        }
    }

    /** See {@link SlotCollector#end}. */
    SlotSample end(IntUnaryOperator sentences) {
        return slots.end(sentences);
    }
}
