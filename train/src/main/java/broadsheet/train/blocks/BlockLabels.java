package broadsheet.train.blocks;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which blocks of a page are the article, as far as people have marked it.
 *
 * <p>Where the text is marked, a block belongs to it when most of its 4-grams of words stand there. A block of fewer words
 * could stand anywhere ("Share"): it belongs to the article when the text has it joined to the block before or after.
 * Where only parts are marked, the blocks that hold one are known, and nothing is known of the others.
 */
final class BlockLabels {
    /** What is known of a block. */
    enum Label {
        ARTICLE,
        OTHER,
        UNKNOWN
    }

    private static final int GRAM = 4;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private BlockLabels() {}

    static Label[] of(Blocks blocks, MarkedPage marked) {
        return marked.text().isEmpty() ? ofParts(blocks, marked) : ofText(blocks, marked.text());
    }

    private static Label[] ofText(Blocks blocks, String text) {
        Set<String> grams = new HashSet<>(grams(words(text)));
        List<List<String>> words =
                blocks.all().stream().map(block -> words(block.text())).toList();
        Label[] labels = new Label[blocks.size()];
        for (int i = 0; i < labels.length; i++) {
            List<String> own = words.get(i);
            if (own.size() >= GRAM) {
                List<String> all = grams(own);
                long found = all.stream().filter(grams::contains).count();
                labels[i] = 2 * found > all.size() ? Label.ARTICLE : Label.OTHER;
            }
        }
        for (int i = 0; i < labels.length; i++) {
            if (words.get(i).size() < GRAM) {
                boolean joined = joins(words, labels, i, -1, grams) || joins(words, labels, i, 1, grams);
                labels[i] = joined ? Label.ARTICLE : Label.OTHER;
            }
        }
        return labels;
    }

    /** Whether the text has a short block joined to the nearest long block of the article on one side. */
    private static boolean joins(List<List<String>> words, Label[] labels, int block, int side, Set<String> grams) {
        for (int i = block + side; i >= 0 && i < labels.length && Math.abs(i - block) <= GRAM; i += side) {
            if (labels[i] == Label.ARTICLE) {
                List<String> other = words.get(i);
                List<String> joined = new ArrayList<>();
                if (side < 0) {
                    joined.addAll(other.subList(Math.max(0, other.size() - GRAM + 1), other.size()));
                    joined.addAll(words.get(block));
                } else {
                    joined.addAll(words.get(block));
                    joined.addAll(other.subList(0, Math.min(other.size(), GRAM - 1)));
                }
                return !words.get(block).isEmpty() && joined.size() >= GRAM && grams.containsAll(grams(joined));
            }
        }
        return false;
    }

    private static Label[] ofParts(Blocks blocks, MarkedPage marked) {
        Label[] labels = new Label[blocks.size()];
        Arrays.fill(labels, Label.UNKNOWN);
        for (Block block : blocks.all()) {
            String text = collapsed(block.text());
            if (marked.inside().stream().anyMatch(part -> holds(text, part))) {
                labels[block.index()] = Label.ARTICLE;
            } else if (marked.outside().stream().anyMatch(part -> holds(text, part))) {
                labels[block.index()] = Label.OTHER;
            }
        }
        return labels;
    }

    private static boolean holds(String text, String part) {
        String wanted = collapsed(part);
        return !wanted.isEmpty() && text.contains(wanted);
    }

    /** White space as single spaces. */
    static String collapsed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The words of a text, as the scorers of extraction count them. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            words.add(word.group());
        }
        return words;
    }

    /** All runs of four words. */
    static List<String> grams(List<String> words) {
        List<String> grams = new ArrayList<>();
        for (int i = 0; i + GRAM <= words.size(); i++) {
            grams.add(String.join(" ", words.subList(i, i + GRAM)));
        }
        return grams;
    }
}
