package broadsheet.sink.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** By day and id the articles that changed: whom to look at when the changes of that day are to be forgotten. */
final class Calendar {

    static final String NAME = "forget-by-day";

    private final KeyValueStore<String, String> store;
    /** No entry that is due is below it: what was there is deleted, and reading past that is slow. */
    private String begin = "0";

    Calendar(KeyValueStore<String, String> store) {
        this.store = store;
    }

    static StoreBuilder<?> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.String());
    }

    /** Enters an article under the day of its change, in content time, if it is not there. */
    void note(KnownArticle before, KnownArticle now) {
        if (before.versions().seen().isEmpty() || !day(before.changed()).equals(day(now.changed()))) {
            noteAt(now.changed(), now.home());
        }
    }

    void noteAt(Instant time, String home) {
        store.put(day(time) + "/" + home, "");
    }

    /** Takes out so many of the articles that are entered under the days before that of {@code time}. */
    List<String> takeBefore(Instant time, int most) {
        String today = day(time);
        List<String> due = new ArrayList<>();
        try (KeyValueIterator<String, String> entries = store.range(begin, today)) {
            while (due.size() < most && entries.hasNext()) {
                due.add(entries.next().key);
            }
        }
        begin = due.isEmpty() ? today : due.get(due.size() - 1);
        due.forEach(store::delete);
        return due.stream().map(entry -> entry.substring(today.length() + 1)).toList();
    }

    /** Whether the one is of an earlier day than the other. */
    static boolean isDayBefore(Instant one, Instant other) {
        return day(one).compareTo(day(other)) < 0;
    }

    /** In UTC; as strings they are in order. */
    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}
