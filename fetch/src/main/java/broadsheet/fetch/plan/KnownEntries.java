package broadsheet.fetch.plan;

import broadsheet.fetch.feed.ShortHash;
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
 * @param hashes of each its identity, its version, its link and its title, latest last
 */
public record KnownEntries(@JsonValue List<String> hashes) {

    static final KnownEntries NONE = new KnownEntries(List.of());

    /** Hashes kept of each entry. */
    private static final int HASHES = 4;

    private static final int FEWEST = 800;
    private static final int MOST = 16_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public KnownEntries {
        hashes = List.copyOf(hashes);
    }

    /** Whether an entry is among them, by its identity or its link. */
    Predicate<Fetch.Entry> have() {
        Set<String> all = new HashSet<>(hashes);
        return entry -> all.contains(entry.id())
                || entry.link().map(ShortHash::ofLink).filter(all::contains).isPresent();
    }

    /**
     * Whether the page of an entry was named already. An identity with a new link is the same page if the title is the same
     * (links with a number that is made anew each time), and else another (a briefing of each day, always called the same).
     */
    Predicate<Fetch.Entry> named() {
        Set<String> all = new HashSet<>(hashes);
        return entry ->
                entry.link().map(ShortHash::ofLink).filter(all::contains).isPresent()
                        || (all.contains(entry.id()) && all.contains(title(entry)));
    }

    private static String title(Fetch.Entry entry) {
        return ShortHash.of("title " + entry.title().orElse(""));
    }

    /** With those that an answer names: twice as many as it has, since entries come back. */
    KnownEntries with(Fetch fetch) {
        if (fetch.entries().isEmpty()) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(hashes);
        for (Fetch.Entry entry : fetch.entries()) {
            List<String> own = new ArrayList<>(List.of(entry.id(), entry.version(), title(entry)));
            entry.link().map(ShortHash::ofLink).ifPresent(own::add);
            own.forEach(all::remove);
            all.addAll(own);
        }
        int most = Math.min(MOST, Math.max(FEWEST, 2 * HASHES * fetch.size()));
        List<String> list = List.copyOf(all);
        return new KnownEntries(list.subList(Math.max(0, list.size() - most), list.size()));
    }
}
