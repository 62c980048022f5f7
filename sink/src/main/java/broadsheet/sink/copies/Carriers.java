package broadsheet.sink.copies;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those who carry one sentence. Who is gone is swept out when they are the half. */
final class Carriers {

    private Entry[] entries = new Entry[2];
    private int count;
    private int gone;
    private int counted;

    /** Of the sentences with numbers: several where different sentences have the same key. */
    private List<Pattern> patterns = List.of();

    /** Whether one has none. */
    private boolean hasPlain;

    boolean areAtLeast(int number) {
        return counted >= number;
    }

    /** Whether one of its sentences may become furniture by it. */
    boolean add(Entry entry, @Nullable Pattern pattern) {
        if (pattern == null) {
            hasPlain = true;
        } else if (!patterns.contains(pattern)) {
            patterns = Stream.concat(patterns.stream(), Stream.of(pattern)).toList();
            pattern.addVariant(this);
        }
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, count * 2);
        }
        entries[count++] = entry;
        return entry.furnishes() && isLeast(++counted);
    }

    /** Whether one of its sentences may be furniture no more. */
    boolean remove(Entry entry) {
        gone++;
        boolean falls = entry.furnishes() && isLeast(counted--);
        if (gone * 2 > count) {
            sweep();
        }
        return falls;
    }

    private boolean isLeast(int number) {
        boolean least = hasPlain && number == Furniture.PAGES;
        for (Pattern pattern : patterns) {
            least |= number == pattern.least();
        }
        return least;
    }

    private void sweep() {
        Entry[] here = Arrays.stream(entries, 0, count)
                .filter(entry -> !entry.isGone())
                .toArray(Entry[]::new);
        entries = Arrays.copyOf(here, here.length + 1);
        count = here.length;
        gone = 0;
    }

    void collect(Set<Entry> others) {
        for (int i = 0; i < count; i++) {
            if (!entries[i].isGone()) {
                others.add(entries[i]);
            }
        }
    }
}
