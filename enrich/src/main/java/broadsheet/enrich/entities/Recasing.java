package broadsheet.enrich.entities;

import broadsheet.enrich.tagging.Lexicon;
import broadsheet.enrich.tagging.NameKind;
import broadsheet.enrich.tagging.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes English lines in capitals, and headlines with each word capitalised, as sentences are written: there a capital
 * says nothing, and the tagger looks at capitals most. Each token keeps its place in the text.
 */
final class Recasing {
    private static final int FEWEST_WORDS = 3;

    private final SmallWords smallWords;
    private final Lexicon lexicon;

    Recasing(SmallWords smallWords, Lexicon lexicon) {
        this.smallWords = smallWords;
        this.lexicon = lexicon;
    }

    /** The sentences, those in capitals rewritten. */
    List<List<Token>> unshouted(List<List<Token>> sentences) {
        return sentences.stream()
                .map(sentence -> isShouted(sentence) ? rewritten(sentence) : sentence)
                .toList();
    }

    /** Those sentences that are headlines with each word capitalised, rewritten; none in most texts. */
    List<List<Token>> untitled(List<List<Token>> sentences) {
        return sentences.stream().filter(this::isTitled).map(this::rewritten).toList();
    }

    private List<Token> rewritten(List<Token> sentence) {
        List<Token> plain = new ArrayList<>(sentence.size());
        for (Token token : sentence) {
            plain.add(token.reading(plain(token.text(), plain.isEmpty())));
        }
        return plain;
    }

    private String plain(String word, boolean first) {
        if (smallWords.has(word)) {
            String small = word.toLowerCase(Locale.ROOT);
            return first ? capitalised(small) : small;
        }
        boolean abbreviation = (lexicon.kinds(word) & NameKind.ORGANIZATION.bit()) != 0;
        return isCapitals(word) && !abbreviation ? capitalised(word.toLowerCase(Locale.ROOT)) : word;
    }

    private static String capitalised(String small) {
        int first = small.offsetByCodePoints(0, 1);
        return small.substring(0, first).toUpperCase(Locale.ROOT) + small.substring(first);
    }

    private static boolean isShouted(List<Token> sentence) {
        int words = 0;
        int capitals = 0;
        for (Token token : sentence) {
            if (Character.isLetter(token.text().charAt(0)) && token.text().length() > 1) {
                words++;
                capitals += isCapitals(token.text()) ? 1 : 0;
            }
        }
        return words >= FEWEST_WORDS && capitals * 10 >= words * 9;
    }

    /** Three usually small words behind the first have a capital, and hardly a longer word has none. */
    private boolean isTitled(List<Token> sentence) {
        int raised = 0;
        int small = 0;
        for (Token token : sentence.subList(1, sentence.size())) {
            String word = token.text();
            raised += Character.isUpperCase(word.charAt(0)) && smallWords.has(word) ? 1 : 0;
            small += Character.isLowerCase(word.charAt(0)) && word.length() > 3 ? 1 : 0;
        }
        return raised >= FEWEST_WORDS && small * 4 <= raised;
    }

    private static boolean isCapitals(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
    }
}
