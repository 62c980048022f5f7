package broadsheet.sink.copies;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that a host prints under many articles: banners, subscriptions, copyright. They are no part of an
 * article. Which they are depends on the set of articles alone: a sentence is furniture while {@link #PAGES} articles
 * of its host carry it.
 */
final class Furniture {

    /** Fewer would take a story that one host prints under several addresses for furniture. */
    static final int PAGES = 5;

    /** Share of an article's 4-grams that is left at least. */
    private static final double LEAST_LEFT = 0.1;

    /** By host and sentence: the one entry that carries it, or its carriers. */
    private final KeyTable<Object> sentences = new KeyTable<>();

    private final int[] keys = new int[Sample.ANY_SENTENCE];
    private final Carriers[] shared = new Carriers[Sample.ANY_SENTENCE];

    /** Counts an article; tells which others may have more to leave out now. */
    void add(Entry entry, Consumer<Entry> changed) {
        Set<Entry> others = new HashSet<>();
        int count = keysOf(entry);
        sentences.warm(keys, count);
        int several = 0;
        for (int i = 0; i < count; i++) {
            if (entry.fingerprint().isFirst(i)) {
                Carriers carriers = carriers(keys[i], entry);
                if (carriers != null) {
                    shared[several++] = carriers;
                }
            }
        }
        for (int i = 0; i < several; i++) {
            if (shared[i].add(entry)) {
                shared[i].collect(others);
            }
        }
        others.remove(entry);
        others.forEach(changed);
    }

    /** Counts an article, that is gone, no more; tells which others may have less to leave out now. */
    void remove(Entry entry, Consumer<Entry> changed) {
        Set<Entry> others = new HashSet<>();
        int count = keysOf(entry);
        for (int i = 0; i < count; i++) {
            if (entry.fingerprint().isFirst(i)) {
                Object known = sentences.get(keys[i]);
                if (known instanceof Carriers carriers) {
                    if (carriers.remove(entry)) {
                        carriers.collect(others);
                    }
                } else if (entry.equals(known)) {
                    sentences.remove(keys[i]);
                }
            }
        }
        others.forEach(changed);
    }

    /**
     * The sentences that the article is to leave out, one bit each. Where next to nothing would be left the host has
     * printed one text many times, and that is no furniture: then none.
     */
    long mask(Entry entry) {
        long mask = 0;
        int count = keysOf(entry);
        sentences.warm(keys, count);
        for (int i = 0; i < count; i++) {
            if (sentences.get(keys[i]) instanceof Carriers carriers && carriers.isFurniture()) {
                mask |= 1L << i;
            }
        }
        Fingerprint fingerprint = entry.fingerprint();
        return fingerprint.size(mask) < LEAST_LEFT * fingerprint.size(0) ? 0 : mask;
    }

    /** Writes the keys of the sentences that are counted; returns how many: none where the host is not known. */
    private int keysOf(Entry entry) {
        int count = entry.host().isBlank() ? 0 : entry.fingerprint().sentences();
        long host = (long) entry.host().hashCode() << 32;
        for (int i = 0; i < count; i++) {
            keys[i] = Hash.fold(host ^ (entry.fingerprint().sentence(i) & 0xFFFFFFFFL));
        }
        return count;
    }

    /** The carriers to add the entry to; null if it is the first and now stands alone. */
    private @Nullable Carriers carriers(int key, Entry entry) {
        Object known = sentences.putIfAbsent(key, entry);
        if (known instanceof Carriers carriers) {
            return carriers;
        }
        if (known instanceof Entry first && !first.isGone()) {
            var carriers = new Carriers();
            carriers.add(first);
            sentences.put(key, carriers);
            return carriers;
        }
        if (known != null) {
            sentences.put(key, entry);
        }
        return null;
    }

    /** Those who carry one sentence. Who is gone is swept out when they are the half. */
    private static final class Carriers {

        private Entry[] entries = new Entry[2];
        private int count;
        private int gone;
        private int counted;

        boolean isFurniture() {
            return counted >= PAGES;
        }

        /** Whether the sentence becomes furniture by it. */
        boolean add(Entry entry) {
            if (count == entries.length) {
                entries = Arrays.copyOf(entries, count * 2);
            }
            entries[count++] = entry;
            return entry.furnishes() && ++counted == PAGES;
        }

        /** Whether the sentence is furniture no more. */
        boolean remove(Entry entry) {
            gone++;
            boolean falls = entry.furnishes() && counted-- == PAGES;
            if (gone * 2 > count) {
                sweep();
            }
            return falls;
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
}
