package broadsheet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Texts without meaning, each time the same ones: 240 words with the frequencies of a Zipf law, numbers and names among
 * them.
 */
final class InventedTexts {

    private static final int WORDS = 240;

    private static final int RECENT = 1_000;

    private final Random random = new Random(42);
    private final String[] vocabulary = vocabulary();
    private final List<String> recent = new ArrayList<>();
    private int told;

    /** The next of a day's texts: each fifth is an edited copy of one of the last thousand. */
    String next() {
        String text = told++ % 5 == 4 ? edited(recent.get(random.nextInt(recent.size()))) : text();
        if (recent.size() < RECENT) {
            recent.add(text);
        } else {
            recent.set(random.nextInt(RECENT), text);
        }
        return text;
    }

    /** A new text. */
    String text() {
        var text = new StringBuilder(WORDS * 7);
        for (int i = 0; i < WORDS; i++) {
            if (i % 16 == 0) {
                text.append(i == 0 ? "" : ".")
                        .append(i % 48 == 0 ? "\n\n" : " ")
                        .append("The ");
            }
            text.append(i % 16 == 0 ? "" : " ").append(word(i));
        }
        return text.append('.').toString();
    }

    private String word(int position) {
        if (position % 23 == 7) {
            return Integer.toString(random.nextInt(10_000));
        }
        String word = vocabulary[(int) (vocabulary.length * Math.pow(random.nextDouble(), 4))];
        return position % 11 == 5 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }

    /** A copy of a text: cut, extended, or with other words. */
    private String edited(String text) {
        String[] blocks = text.split("\n\n");
        return switch (random.nextInt(3)) {
            case 0 -> String.join("\n\n", List.of(blocks).subList(0, 1 + blocks.length / 3));
            case 1 -> text + "\n\n" + text().substring(0, 500);
            default -> text.replace(vocabulary[random.nextInt(20)], vocabulary[random.nextInt(1_000)]);
        };
    }

    /** A text with other numbers, each below {@code bound}. */
    String renumbered(String text, int bound) {
        var other = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            boolean number = Character.isDigit(word.charAt(0));
            other.append(other.isEmpty() ? "" : " ").append(number ? Integer.toString(random.nextInt(bound)) : word);
        }
        return other.toString();
    }

    /** A text with one word more, of the one number after the other. */
    String withWord(String text, int number) {
        return text.replaceFirst(" ", " " + vocabulary[number % 10_000] + " ");
    }

    private static String[] vocabulary() {
        var words = new String[50_000];
        for (int i = 0; i < words.length; i++) {
            var word = new StringBuilder();
            for (int rest = i + 20; rest > 0; rest /= 65) {
                word.append("bdfgklmnprstv".charAt(rest % 13)).append("aeiou".charAt(rest / 13 % 5));
            }
            words[i] = word.toString();
        }
        return words;
    }
}
