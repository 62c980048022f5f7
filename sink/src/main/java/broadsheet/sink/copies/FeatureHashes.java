package broadsheet.sink.copies;

import java.util.Arrays;

/** A growing list of hashes, each with its sentence: the hash in the upper, the sentence in the lower half. */
final class FeatureHashes {

    private long[] values = new long[1024];
    private int count;

    void clear() {
        count = 0;
    }

    void add(int hash, int sentence) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = (long) hash << 32 | sentence;
    }

    int count() {
        return count;
    }

    /** Sorts and keeps the first occurrence of each hash; returns how many there are. */
    int sortDistinct() {
        Arrays.sort(values, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (distinct == 0 || values[i] >> 32 != values[distinct - 1] >> 32) {
                values[distinct++] = values[i];
            }
        }
        count = distinct;
        return distinct;
    }

    int sentence(int index) {
        return (int) values[index];
    }

    void move(int index, int sentence) {
        values[index] = values[index] >> 32 << 32 | sentence;
    }

    long[] sorted() {
        return values;
    }
}
