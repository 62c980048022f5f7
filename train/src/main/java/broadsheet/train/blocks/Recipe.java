package broadsheet.train.blocks;

/**
 * How the trees are grown. Few and shallow trees, each from a part of the pages and of the features, learn what holds
 * everywhere rather than the pages by heart; which settings were tried stands in {@code docs/model-cards/blocks.md}.
 *
 * @param trees how many
 * @param depth splits from root to leaf
 * @param rate how much of a tree's correction is taken
 * @param smoothing added to the second derivative of a leaf, in pages: a leaf of few pages says little
 * @param leastPages the least weight on either side of a split, in pages
 * @param pageShare part of the pages from which a tree is grown
 * @param featureShare part of the features that a tree may ask for
 * @param seed for both choices
 */
record Recipe(
        int trees,
        int depth,
        double rate,
        double smoothing,
        double leastPages,
        double pageShare,
        double featureShare,
        long seed) {
    static Recipe shipped() {
        return new Recipe(120, 4, 0.08, 1, 2, 0.5, 0.3, 20261124);
    }

    /** From a system property, for experiments: {@code trees,depth,rate,smoothing,leastPages,pageShare,featureShare}. */
    static Recipe chosen() {
        String property = System.getProperty("recipe", "");
        if (property.isEmpty()) {
            return shipped();
        }
        String[] part = property.split(",", 0);
        return new Recipe(
                Integer.parseInt(part[0]),
                Integer.parseInt(part[1]),
                Double.parseDouble(part[2]),
                Double.parseDouble(part[3]),
                Double.parseDouble(part[4]),
                Double.parseDouble(part[5]),
                Double.parseDouble(part[6]),
                shipped().seed());
    }
}
