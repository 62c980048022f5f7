package broadsheet.train;

/**
 * A sentence to learn from.
 *
 * @param rows for each token the rows of the weight table that speak of it; none for a token outside any name
 * @param allowed for each token the labels it may have, one bit a label; all of them for a token nobody vouches for
 */
@SuppressWarnings("ArrayRecordComponent") // millions of them, never compared
record Example(int[][] rows, int[] allowed) {}
