package broadsheet.train.blocks;

import broadsheet.ingest.PageBlocks;
import broadsheet.ingest.html.Block;
import broadsheet.train.blocks.BlockLabels.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The labelled blocks of all marked pages, a row each.
 *
 * @param features what extraction sees of the block
 * @param article whether it belongs to the article
 * @param weights what an error on it costs
 * @param pages the page it stands on, by its place in the list of pages
 */
@SuppressWarnings("ArrayRecordComponent") // A hundred thousand rows; compared nowhere.
record BlockExamples(float[][] features, boolean[] article, double[] weights, int[] pages) {
    /** What is wrong about a page can cost no more than this many times its article. */
    private static final double MOST_JUNK = 1;

    /**
     * No block counts for more than this share of a page of the largest collection. Where three parts of a page are marked,
     * each would be a third of it, and the trees would learn single blocks by heart.
     */
    private static final double MOST_OF_BLOCK = 0.2;

    private record Row(float[] features, boolean article, double weight, int page) {}

    static BlockExamples of(List<MarkedPage> pages) {
        List<Row> rows = new ArrayList<>();
        Map<String, Double> factors = factors(pages);
        for (int i = 0; i < pages.size(); i++) {
            MarkedPage page = pages.get(i);
            if (isMarked(page)) {
                add(page, i, factors.getOrDefault(page.source(), 1.0), rows);
            }
        }
        int size = rows.size();
        var examples = new BlockExamples(new float[size][], new boolean[size], new double[size], new int[size]);
        for (int i = 0; i < size; i++) {
            examples.features[i] = rows.get(i).features;
            examples.article[i] = rows.get(i).article;
            examples.weights[i] = rows.get(i).weight;
            examples.pages[i] = rows.get(i).page;
        }
        return examples;
    }

    private static boolean isMarked(MarkedPage page) {
        return !page.text().isEmpty()
                || !page.inside().isEmpty()
                || !page.outside().isEmpty();
    }

    /**
     * What a page of each collection counts. Each collection was marked by its own notion of what belongs to an article;
     * so that the largest does not outvote the others, the pages of the others count more, by the root of the ratio.
     */
    private static Map<String, Double> factors(List<MarkedPage> pages) {
        Map<String, Double> sizes = new HashMap<>();
        pages.stream().filter(BlockExamples::isMarked).forEach(page -> sizes.merge(page.source(), 1.0, Double::sum));
        double largest =
                sizes.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        sizes.replaceAll((source, size) -> Math.sqrt(largest / size));
        return sizes;
    }

    /**
     * Each page of a collection counts the same, and on it each block by its share: a lost line by what it is of the article, and all
     * that is not the article together for no more than the article.
     */
    private static void add(MarkedPage marked, int place, double factor, List<Row> rows) {
        PageBlocks page = PageBlocks.read(marked.page());
        Label[] labels = BlockLabels.of(page.blocks(), marked);
        List<float[]> features = page.features();
        double article = total(page, labels, Label.ARTICLE);
        double other = total(page, labels, Label.OTHER);
        double whole = Math.max(1, article == 0 ? other : article);
        double junk = other > MOST_JUNK * whole ? MOST_JUNK * whole / other : 1;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != Label.UNKNOWN) {
                boolean inside = labels[i] == Label.ARTICLE;
                double share = size(page.blocks().get(i)) / whole * (inside ? 1 : junk);
                rows.add(new Row(features.get(i), inside, Math.min(MOST_OF_BLOCK, factor * share), place));
            }
        }
    }

    private static double total(PageBlocks page, Label[] labels, Label wanted) {
        double total = 0;
        for (Block block : page.blocks().all()) {
            total += labels[block.index()] == wanted ? size(block) : 0;
        }
        return total;
    }

    /** A block counts by its words, and the shortest for something. */
    private static double size(Block block) {
        return 3 + BlockLabels.words(block.text()).size();
    }
}
