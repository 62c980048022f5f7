package broadsheet.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The versions of an article in the order of content time, and where one story under its URL ends and the next begins:
 * where a text follows that shares little with the one before and comes much later than the story's first.
 *
 * <p>Which versions are next to each other is found anew with each that arrives, since it can come anywhere; only where
 * something is missing is it kept. Between the neighbours of what was {@link Dropped} no story begins, and what arrives
 * there is dropped too. After what was forgotten a story begins, whatever it is like.
 *
 * @param seen versions that are kept, in the order of {@link Seen#BY_TIME}
 * @param dropped what is left of those between them
 * @param forgotten latest content times of stories that are forgotten, as far as kept versions come next to them; sorted
 * @param addresses URLs under which they were fetched, each as {@link Address} has it
 */
record Timeline(List<Seen> seen, List<Dropped> dropped, List<Instant> forgotten, Hashes addresses) {

    static final Timeline EMPTY = new Timeline(List.of(), List.of(), List.of(), Hashes.NONE);

    /** So many URLs are told apart; more have only pages that put something about the visitor into theirs. */
    private static final int ADDRESSES = 200;

    /** So many hashes take the room of one version. */
    private static final int HASHES_A_VERSION = 100;

    Timeline {
        seen = List.copyOf(seen);
        dropped = List.copyOf(dropped);
        forgotten = List.copyOf(forgotten);
    }

    /** How many of the versions come before what was dropped. */
    static int place(Dropped gap, List<Seen> versions) {
        return (int) versions.stream().filter(gap::isAfter).count();
    }

    Optional<Seen> version(String hash) {
        return seen.stream().filter(version -> version.hash().equals(hash)).findFirst();
    }

    /** Whether a content was seen before, as far as is known. */
    boolean knows(String hash) {
        return version(hash).isPresent() || holder(hash).isPresent();
    }

    /** What it takes to keep this, in versions. */
    int weight() {
        return seen.size()
                + dropped.stream().mapToInt(gap -> gap.hashes().size()).sum() / HASHES_A_VERSION;
    }

    /** With one more version, or with one seen once more. */
    Timeline with(Seen version) {
        Optional<Dropped> holder = holder(version.hash());
        if (holder.filter(gap -> gap.isAfter(version)).isPresent()) {
            return with(seen, replaced(dropped, holder.get(), holder.get().with(version)));
        }
        List<Seen> others = seen.stream()
                .filter(known -> !known.hash().equals(version.hash()))
                .toList();
        List<Dropped> gaps = holder.map(gap -> replaced(dropped, gap, gap.without(version.hash())))
                .orElse(dropped);
        Seen now = version(version.hash()).map(known -> known.with(version)).orElse(version);
        Optional<Dropped> around =
                gaps.stream().filter(gap -> gap.isAround(now)).findFirst();
        if (around.isEmpty()) {
            return with(
                    Stream.concat(others.stream(), Stream.of(now))
                            .sorted(Seen.BY_TIME)
                            .toList(),
                    gaps);
        }
        Dropped more = around.get().with(now);
        return more.equals(around.get()) ? this : with(others, replaced(gaps, around.get(), more));
    }

    private Optional<Dropped> holder(String hash) {
        return dropped.stream().filter(gap -> gap.hashes().contains(hash)).findFirst();
    }

    private static List<Dropped> replaced(List<Dropped> gaps, Dropped old, Dropped now) {
        return gaps.stream().map(gap -> gap.equals(old) ? now : gap).toList();
    }

    private Timeline with(List<Seen> versions, List<Dropped> gaps) {
        return new Timeline(versions, gaps, forgotten, addresses);
    }

    /** With a URL under which a version was fetched. */
    Timeline under(Hashes address) {
        Hashes more = addresses.with(address).smallest(ADDRESSES);
        return more.equals(addresses) ? this : new Timeline(seen, dropped, forgotten, more);
    }

    /** Both in one: a version has come that belongs to either. */
    Timeline with(Timeline other) {
        var ends = new TreeSet<>(forgotten);
        ends.addAll(other.forgotten);
        List<Dropped> gaps = Stream.concat(dropped.stream(), other.dropped.stream())
                .sorted(Comparator.comparing(Dropped::from))
                .reduce(List.of(), Timeline::withGap, (one, two) -> two);
        Timeline both = new Timeline(seen, gaps, List.copyOf(ends), addresses).under(other.addresses);
        for (Seen version : other.seen) {
            both = both.with(version);
        }
        return both;
    }

    /** What was dropped of two timelines at the same time cannot be told apart any more. */
    private static List<Dropped> withGap(List<Dropped> gaps, Dropped next) {
        boolean overlaps = !gaps.isEmpty() && gaps.get(gaps.size() - 1).to().compareTo(next.from()) >= 0;
        List<Dropped> before = overlaps ? gaps.subList(0, gaps.size() - 1) : gaps;
        Dropped last = overlaps ? gaps.get(gaps.size() - 1).with(next) : next;
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }

    /** Whether a version is one of these: it was fetched under a URL of theirs, or its text is like that of one. */
    boolean owns(Seen version, Hashes address) {
        return knows(version.hash())
                || addresses.hasAnyOf(address)
                || seen.stream().anyMatch(version::isLike);
    }

    /** With no more of each story than is to be kept. */
    Timeline shortened(Duration reuseGap) {
        List<Chapter> chapters =
                chapters(reuseGap).stream().map(Chapter::shortened).toList();
        return with(
                chapters.stream()
                        .flatMap(chapter -> chapter.versions().stream())
                        .toList(),
                chapters.stream().flatMap(chapter -> chapter.dropped().stream()).toList());
    }

    /** Without a story: what follows stays what it is. */
    Timeline without(Chapter chapter) {
        List<Seen> others = new ArrayList<>(seen);
        others.removeAll(chapter.versions());
        List<Dropped> gaps = new ArrayList<>(dropped);
        gaps.removeAll(chapter.dropped());
        var ends = new TreeSet<>(forgotten);
        ends.add(chapter.latest().last());
        List<Instant> needed = others.stream()
                .flatMap(version -> Optional.ofNullable(ends.lower(version.last())).stream())
                .distinct()
                .toList();
        return new Timeline(others, gaps, needed, addresses);
    }

    /** The stories, in the order of their versions. */
    List<Chapter> chapters(Duration reuseGap) {
        List<Chapter> chapters = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= seen.size(); end++) {
            if (end == seen.size() || begins(end, seen.get(start), reuseGap)) {
                chapters.add(chapter(start, end));
                start = end;
            }
        }
        return chapters;
    }

    private Chapter chapter(int start, int end) {
        List<Dropped> gaps = dropped.stream()
                .filter(gap -> start <= place(gap, seen) && place(gap, seen) < end)
                .toList();
        return new Chapter(seen.subList(start, end), gaps);
    }

    private boolean begins(int index, Seen start, Duration reuseGap) {
        Seen before = seen.get(index - 1);
        Seen next = seen.get(index);
        if (forgotten.stream()
                .anyMatch(end -> !before.last().isAfter(end) && next.last().isAfter(end))) {
            return true;
        }
        return dropped.stream().noneMatch(gap -> gap.isAfter(before) && !gap.isAfter(next))
                && Duration.between(start.first(), next.first()).compareTo(reuseGap) > 0
                && !next.isLike(before);
    }
}
