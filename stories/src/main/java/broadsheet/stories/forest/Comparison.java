package broadsheet.stories.forest;

/**
 * An earlier article that one was compared with closely.
 *
 * @param earlier its id
 * @param features what was told of the two, in the order of {@link broadsheet.stories.likeness.PairFeature}
 * @param likeness the probability that the two tell of the same event
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
public record Comparison(String earlier, double[] features, double likeness) {}
