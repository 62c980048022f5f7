package broadsheet.sink.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the table of keys")
class KeyTableTest {

    private static final int OPERATIONS = 200_000;
    private static final int KEYS = 20_000;

    @Test
    void holdsWhatAMapHoldsThroughAnyPutsAndRemovals() {
        var random = new Random(11);
        var table = new KeyTable<Integer>();
        Map<Integer, Integer> map = new HashMap<>();
        int[] keys = random.ints(KEYS).distinct().filter(key -> key != 1).toArray();
        keys[0] = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            int key = keys[random.nextInt(keys.length)];
            switch (random.nextInt(4)) {
                case 0 -> {
                    table.put(key, i);
                    map.put(key, i);
                }
                case 1 -> assertThat(table.putIfAbsent(key, i)).isEqualTo(map.putIfAbsent(key, i));
                default -> {
                    table.remove(key);
                    map.remove(key);
                }
            }
            assertThat(table.get(key)).isEqualTo(map.get(key));
        }
        table.warm(keys, keys.length);
        for (int key : keys) {
            assertThat(table.get(key)).isEqualTo(map.get(key));
        }
    }

    @Test
    void findsKeysThatAllWantOnePlace() {
        var table = new KeyTable<Integer>();
        // Keys that differ in the bits above those that choose a place.
        int inverse = IntStream.of(0x9E3779B9)
                .map(odd -> odd * (2 - 0x9E3779B9 * odd))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - 0x9E3779B9 * inverse;
        }
        int[] keys = new int[40];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (i << 20 | 1 << 7) * inverse;
            table.put(keys[i], i);
        }
        for (int i = 0; i < keys.length; i += 2) {
            table.remove(keys[i]);
        }
        for (int i = 0; i < keys.length; i++) {
            assertThat(table.get(keys[i])).isEqualTo(i % 2 == 0 ? null : (Integer) i);
        }
    }
}
