package broadsheet.sink.copies;

import java.util.Set;

/** Reads a text once, and hands its words and the ends of its sentences to a fingerprinter. */
final class WordReader {

    private static final int SENTENCE_WORDS = 60;
    private static final int LONGEST_REFERENCE = 10;
    private static final Set<String> APOSTROPHES = Set.of("&#39;", "&#039;", "&#x27;", "&#8217;", "&apos;", "&rsquo;");

    private final String text;
    private final Fingerprinter sink;
    private int position;
    private int wordsSinceEnd;
    private int lastLetters;
    private char lastMark = '.';

    // What lies ahead is kept until it is reached: a run of a hundred thousand marks is looked through once, not each
    // time.
    private int breakAt = -1;
    private int wordAt = -1;

    WordReader(String text, Fingerprinter sink) {
        this.text = text;
        this.sink = sink;
    }

    void scan() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c < 128 ? WordCharacters.isAsciiWord(c) : WordCharacters.isWord(text.codePointAt(position))) {
                readWord();
            } else {
                readMark(c);
            }
        }
    }

    private void readMark(char c) {
        position += c == '&' ? Math.max(1, reference()) : 1;
        if (c == '\n') {
            readLineBreak();
        } else if (c == '.' || c == '!' || c == '?') {
            lastMark = c;
            // A single letter before the dot is an initial, and a sentence does not go on in lower case.
            if ((c != '.' || lastLetters > 1) && atSentenceStart()) {
                end();
            }
        } else if (c == '\u3002' || c == '\uFF01' || c == '\uFF1F' || c == '\u0964') {
            end();
        } else if (c > ' ' && c != '\u00A0') {
            lastMark = c;
        }
    }

    private boolean atSentenceStart() {
        if (breakAt < position) {
            breakAt = position;
            while (breakAt < text.length() && !WordCharacters.isSpace(text.charAt(breakAt)) && !isAnyWord(breakAt)) {
                breakAt++;
            }
        }
        if (breakAt < text.length() && !WordCharacters.isSpace(text.charAt(breakAt))) {
            return false;
        }
        if (wordAt < breakAt) {
            wordAt = breakAt;
            while (wordAt < text.length() && !isAnyWord(wordAt)) {
                wordAt++;
            }
        }
        return wordAt == text.length() || !Character.isLowerCase(text.codePointAt(wordAt));
    }

    /** A blank line ends a sentence; a single break does only after a mark, since lines may be wrapped. */
    private void readLineBreak() {
        boolean blank = false;
        while (position < text.length() && WordCharacters.isSpace(text.charAt(position))) {
            blank |= text.charAt(position) == '\n';
            position++;
        }
        if (blank || lastMark != 'a') {
            end();
        }
    }

    private void end() {
        sink.endSentence();
        wordsSinceEnd = 0;
    }

    private void readWord() {
        int first = text.codePointAt(position);
        if (WordCharacters.isUnspaced(first)) {
            position += Character.charCount(first);
            emit(Hash.mix(Hash.add(Hash.START, first)), Fingerprinter.NO_NUMBER, false, true, 2, 0, 1, 0);
            return;
        }
        boolean number = Character.isDigit(first);
        long hash = Hash.START;
        long digits = Hash.START;
        boolean inDigits = number;
        int letters = 0;
        int set = 0;
        // What follows an elided article or pronoun: l'arbre, n'est, d'après.
        long stem = hash;
        int stemLetters = 0;
        while (position < text.length()) {
            int c = text.codePointAt(position);
            if (c < 128
                    ? WordCharacters.isAsciiWord((char) c)
                    : WordCharacters.isWord(c) && !WordCharacters.isUnspaced(c)) {
                int lower = c < 128 ? WordCharacters.asciiLower(c) : Character.toLowerCase(c);
                hash = Hash.add(hash, lower);
                stem = Hash.add(stem, lower);
                set = Letters.add(set, lower);
                letters++;
                stemLetters++;
                // The number of "5th", "1.2bn" and "30m" is that of "5", "1.2 billion" and "30".
                inDigits &= Character.isDigit(c);
                digits = inDigits ? Hash.add(digits, '0' + Character.digit(c, 10)) : digits;
            } else if (!isJoint(c, number)) {
                break;
            } else if (!number && letters <= 2) {
                stem = Hash.START;
                stemLetters = 0;
                set = 0;
            }
            position += c == '&' ? reference() : Character.charCount(c);
        }
        emit(
                Hash.mix(hash),
                number ? Hash.mix(digits) : Fingerprinter.NO_NUMBER,
                Character.isUpperCase(first) && letters > 1,
                false,
                letters,
                Hash.mix(stem),
                stemLetters,
                set);
    }

    private void emit(
            long hash,
            long number,
            boolean capital,
            boolean character,
            int letters,
            long stem,
            int stemLetters,
            int set) {
        if (wordsSinceEnd++ >= SENTENCE_WORDS) {
            end();
        }
        sink.word(hash, number, capital, character);
        sink.slot(character ? hash : stem, number, capital, lastMark, character, stemLetters, set);
        lastLetters = letters;
        lastMark = 'a';
    }

    /** An apostrophe within a word, or a separator within a number, joins: "don't" is dont, "1,200.5" is 12005. */
    private boolean isJoint(int c, boolean number) {
        if (c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D) {
            return true;
        }
        boolean joint = c == '\'' || c == '\u2019' || c == '\u02BC' || (number && (c == '.' || c == ','));
        joint |= c == '&' && APOSTROPHES.contains(text.substring(position, position + reference()));
        int after = position + (c == '&' ? reference() : 1);
        if (!joint || after >= text.length()) {
            return false;
        }
        char next = text.charAt(after);
        return number ? Character.isDigit(next) : Character.isLetter(next);
    }

    /** Length of the character reference here, which a text has that was encoded once too often; 0 if there is none. */
    private int reference() {
        int end = position + 1;
        int limit = Math.min(text.length(), position + LONGEST_REFERENCE);
        while (end < limit && (text.charAt(end) == '#' || WordCharacters.isAsciiWord(text.charAt(end)))) {
            end++;
        }
        return end < limit && end > position + 1 && text.charAt(end) == ';' ? end + 1 - position : 0;
    }

    private boolean isAnyWord(int index) {
        char c = text.charAt(index);
        return c < 128 ? WordCharacters.isAsciiWord(c) : WordCharacters.isWord(text.codePointAt(index));
    }
}
