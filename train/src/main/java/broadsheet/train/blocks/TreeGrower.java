package broadsheet.train.blocks;

/** Grows one tree, level by level: at each node the split that lowers the loss most, by sums over ranges of values. */
final class TreeGrower {
    private static final int SLOPE = 0;
    private static final int BEND = 1;
    private static final int WEIGHT = 2;

    private final Bins bins;
    private final Recipe recipe;
    private final int[] rows;
    private final double[][] measures;
    /** The node in which each row of the sample is. */
    private final int[] nodes;

    private final Tree tree;

    TreeGrower(Bins bins, Recipe recipe, int[] rows, double[] slopes, double[] bends, double[] weights) {
        this.bins = bins;
        this.recipe = recipe;
        this.rows = rows;
        measures = new double[][] {slopes, bends, weights};
        nodes = new int[rows.length];
        tree = new Tree(recipe.depth());
    }

    Tree grow(int[] features) {
        for (int level = 0; level < recipe.depth(); level++) {
            splitLevel((1 << level) - 1, features);
            for (int i = 0; i < rows.length; i++) {
                nodes[i] = tree.child(nodes[i], bins, rows[i]);
            }
        }
        int first = (1 << recipe.depth()) - 1;
        double[][] sums = new double[first + 1][2];
        for (int i = 0; i < rows.length; i++) {
            sums[nodes[i] - first][SLOPE] += measures[SLOPE][i];
            sums[nodes[i] - first][BEND] += measures[BEND][i];
        }
        for (int leaf = 0; leaf <= first; leaf++) {
            tree.leaf(leaf, -recipe.rate() * sums[leaf][SLOPE] / (sums[leaf][BEND] + recipe.smoothing()));
        }
        return tree;
    }

    private void splitLevel(int first, int[] features) {
        int count = first + 1;
        double[] best = new double[count];
        for (int feature : features) {
            double[][][] sums = sums(feature, first, count);
            for (int node = 0; node < count; node++) {
                best[node] = split(first + node, feature, sums[node], best[node]);
            }
        }
    }

    private double[][][] sums(int feature, int first, int count) {
        byte[] column = bins.column(feature);
        double[][][] sums = new double[count][bins.ranges(feature)][3];
        for (int i = 0; i < rows.length; i++) {
            double[] sum = sums[nodes[i] - first][column[rows[i]]];
            sum[SLOPE] += measures[SLOPE][i];
            sum[BEND] += measures[BEND][i];
            sum[WEIGHT] += measures[WEIGHT][i];
        }
        return sums;
    }

    /** Splits a node by a feature where that gains more than {@code best}; returns the better of the two gains. */
    private double split(int node, int feature, double[][] sums, double best) {
        double[] all = new double[3];
        for (double[] sum : sums) {
            add(sum, all);
        }
        double gain = best;
        double[] low = new double[3];
        for (int range = 0; range + 1 < sums.length; range++) {
            add(sums[range], low);
            if (low[WEIGHT] < recipe.leastPages() || all[WEIGHT] - low[WEIGHT] < recipe.leastPages()) {
                continue;
            }
            double here = worth(low[SLOPE], low[BEND])
                    + worth(all[SLOPE] - low[SLOPE], all[BEND] - low[BEND])
                    - worth(all[SLOPE], all[BEND]);
            if (here > gain) {
                gain = here;
                tree.split(node, feature, range, bins.bound(feature, range));
            }
        }
        return gain;
    }

    private static void add(double[] sum, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += sum[i];
        }
    }

    private double worth(double slope, double bend) {
        return slope * slope / (bend + recipe.smoothing());
    }
}
