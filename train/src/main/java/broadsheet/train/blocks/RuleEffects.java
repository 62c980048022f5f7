package broadsheet.train.blocks;

import broadsheet.ingest.PageBlocks;
import broadsheet.ingest.body.BlockModel;
import broadsheet.ingest.body.MainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What each rule of the body is worth: on how many marked pages the text is better with it than without it, on how many
 * worse, and by how much all in all. A page whose text is marked counts by its F1 over 4-grams of words, as in the scorers
 * of extraction; one of which parts are marked, by the share of the parts that are rightly in or out.
 */
final class RuleEffects {
    private static final double SAME = 0.0005;

    private final List<MarkedPage> marked = new ArrayList<>();
    private final List<PageBlocks> pages = new ArrayList<>();

    private RuleEffects() {}

    /** The table, a line a rule. */
    static List<String> measure(List<MarkedPage> all) {
        var effects = new RuleEffects();
        for (MarkedPage page : all) {
            if (!page.text().isEmpty() || !page.inside().isEmpty()) {
                effects.marked.add(page);
                effects.pages.add(PageBlocks.read(page.page()));
            }
        }
        return effects.table();
    }

    private List<String> table() {
        double[] whole = scores(Set.of());
        List<String> lines = new ArrayList<>();
        lines.add("| rule | better with it | worse | sum of the pages' scores |");
        lines.add("| --- | --- | --- | --- |");
        for (String rule : MainText.rules()) {
            double[] without = scores(Set.of(rule));
            int better = 0;
            int worse = 0;
            double sum = 0;
            for (int i = 0; i < whole.length; i++) {
                double gain = whole[i] - without[i];
                better += gain > SAME ? 1 : 0;
                worse += gain < -SAME ? 1 : 0;
                sum += gain;
            }
            lines.add(String.format(Locale.ROOT, "| `%s` | %d | %d | %+.2f |", rule, better, worse, sum));
        }
        return lines;
    }

    private double[] scores(Set<String> without) {
        double[] scores = new double[pages.size()];
        for (int i = 0; i < scores.length; i++) {
            PageBlocks page = pages.get(i);
            String text = MainText.extract(page.blocks(), page.hints(), BlockModel.shipped(), without)
                    .text();
            scores[i] = marked.get(i).text().isEmpty()
                    ? parts(marked.get(i), text)
                    : f1(grams(marked.get(i).text()), grams(text));
        }
        return scores;
    }

    private static double parts(MarkedPage page, String text) {
        String plain = BlockLabels.collapsed(text);
        long right = page.inside().stream()
                        .filter(part -> plain.contains(BlockLabels.collapsed(part)))
                        .count()
                + page.outside().stream()
                        .filter(part -> !plain.contains(BlockLabels.collapsed(part)))
                        .count();
        return (double) right / (page.inside().size() + page.outside().size());
    }

    private static double f1(Map<String, Integer> wanted, Map<String, Integer> found) {
        int both = 0;
        for (Map.Entry<String, Integer> gram : found.entrySet()) {
            both += Math.min(gram.getValue(), wanted.getOrDefault(gram.getKey(), 0));
        }
        int all = sum(wanted) + sum(found);
        return all == 0 ? 1 : 2.0 * both / all;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> grams(String text) {
        Map<String, Integer> counts = new HashMap<>();
        BlockLabels.grams(BlockLabels.words(text)).forEach(gram -> counts.merge(gram, 1, Integer::sum));
        return counts;
    }
}
