package broadsheet.fetch.plan;

import broadsheet.fetch.feed.Identity;
import broadsheet.model.Fetch;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The entries of a feed or sitemap that are known already.
 *
 * @param hashes of each its identity, its version and its link, latest last
 */
public record KnownEntries(@JsonValue List<String> hashes) {

    static final KnownEntries NONE = new KnownEntries(List.of());

    /** Hashes kept of each entry. */
    private static final int HASHES = 3;

    private static final int FEWEST = 600;
    private static final int MOST = 12_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public KnownEntries {
        hashes = List.copyOf(hashes);
    }

    /** Whether an entry is among them, by its identity or its link. */
    Predicate<Fetch.Entry> have() {
        Set<String> all = new HashSet<>(hashes);
        return entry -> all.contains(entry.id())
                || entry.link().map(Identity::ofLink).filter(all::contains).isPresent();
    }

    /** With those that an answer names: twice as many as it has, since entries come back. */
    KnownEntries with(Fetch fetch) {
        if (fetch.entries().isEmpty()) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(hashes);
        for (Fetch.Entry entry : fetch.entries()) {
            List<String> named = new ArrayList<>(List.of(entry.id(), entry.version()));
            entry.link().map(Identity::ofLink).ifPresent(named::add);
            named.forEach(all::remove);
            all.addAll(named);
        }
        int most = Math.min(MOST, Math.max(FEWEST, 2 * HASHES * fetch.size()));
        List<String> list = List.copyOf(all);
        return new KnownEntries(list.subList(Math.max(0, list.size() - most), list.size()));
    }
}
