package broadsheet.sink.versions;

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
 * something is missing is it kept. Between the neighbours of what was {@link DroppedVersions} no story begins, and what arrives
 * there is dropped too. After what was forgotten a story begins, whatever it is like.
 *
 * @param seen versions that are kept, in the order of {@link Wording#BY_TIME}
 * @param dropped what is left of those between them
 * @param forgotten latest content times of stories that are forgotten, as far as kept versions come next to them; sorted
 * @param addresses URLs under which they were fetched, each as {@link FetchAddress} has it
 */
record Timeline(List<Wording> seen, List<DroppedVersions> dropped, List<Instant> forgotten, Hashes addresses) {

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
    static int place(DroppedVersions gap, List<Wording> versions) {
        return (int) versions.stream().filter(gap::isAfter).count();
    }

    Optional<Wording> version(String hash) {
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
    Timeline with(Wording version) {
        Optional<DroppedVersions> holder = holder(version.hash());
        if (holder.filter(gap -> gap.isAfter(version)).isPresent()) {
            return with(seen, replaced(dropped, holder.get(), holder.get().with(version)));
        }
        List<Wording> others = seen.stream()
                .filter(known -> !known.hash().equals(version.hash()))
                .toList();
        List<DroppedVersions> gaps = holder.map(gap -> replaced(dropped, gap, gap.without(version.hash())))
                .orElse(dropped);
        Wording now = version(version.hash()).map(known -> known.with(version)).orElse(version);
        Optional<DroppedVersions> around =
                gaps.stream().filter(gap -> gap.isAround(now)).findFirst();
        if (around.isEmpty()) {
            return with(
                    Stream.concat(others.stream(), Stream.of(now))
                            .sorted(Wording.BY_TIME)
                            .toList(),
                    gaps);
        }
        DroppedVersions more = around.get().with(now);
        return more.equals(around.get()) ? this : with(others, replaced(gaps, around.get(), more));
    }

    private Optional<DroppedVersions> holder(String hash) {
        return dropped.stream().filter(gap -> gap.hashes().contains(hash)).findFirst();
    }

    private static List<DroppedVersions> replaced(
            List<DroppedVersions> gaps, DroppedVersions old, DroppedVersions now) {
        return gaps.stream().map(gap -> gap.equals(old) ? now : gap).toList();
    }

    private Timeline with(List<Wording> versions, List<DroppedVersions> gaps) {
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
        List<DroppedVersions> gaps = Stream.concat(dropped.stream(), other.dropped.stream())
                .sorted(Comparator.comparing(DroppedVersions::from))
                .reduce(List.of(), Timeline::withGap, (one, two) -> two);
        Timeline both = new Timeline(seen, gaps, List.copyOf(ends), addresses).under(other.addresses);
        for (Wording version : other.seen) {
            both = both.with(version);
        }
        return both;
    }

    /** What was dropped of two timelines at the same time cannot be told apart any more. */
    private static List<DroppedVersions> withGap(List<DroppedVersions> gaps, DroppedVersions next) {
        boolean overlaps = !gaps.isEmpty() && gaps.get(gaps.size() - 1).to().compareTo(next.from()) >= 0;
        List<DroppedVersions> before = overlaps ? gaps.subList(0, gaps.size() - 1) : gaps;
        DroppedVersions last = overlaps ? gaps.get(gaps.size() - 1).with(next) : next;
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }

    /** Whether a version is one of these: it was fetched under a URL of theirs, or its text is like that of one. */
    boolean owns(Wording version, Hashes address) {
        return knows(version.hash())
                || addresses.hasAnyOf(address)
                || seen.stream().anyMatch(version::isLike);
    }

    /** With no more of each story than is to be kept. */
    Timeline shortened(Duration reuseGap) {
        List<StoryVersions> byStory =
                stories(reuseGap).stream().map(StoryVersions::shortened).toList();
        return with(
                byStory.stream()
                        .flatMap(storyVersions -> storyVersions.versions().stream())
                        .toList(),
                byStory.stream()
                        .flatMap(storyVersions -> storyVersions.dropped().stream())
                        .toList());
    }

    /** Without a story: what follows stays what it is. */
    Timeline without(StoryVersions storyVersions) {
        List<Wording> others = new ArrayList<>(seen);
        others.removeAll(storyVersions.versions());
        List<DroppedVersions> gaps = new ArrayList<>(dropped);
        gaps.removeAll(storyVersions.dropped());
        var ends = new TreeSet<>(forgotten);
        ends.add(storyVersions.latest().last());
        List<Instant> needed = others.stream()
                .flatMap(version -> Optional.ofNullable(ends.lower(version.last())).stream())
                .distinct()
                .toList();
        return new Timeline(others, gaps, needed, addresses);
    }

    /** The stories, in the order of their versions. */
    List<StoryVersions> stories(Duration reuseGap) {
        List<StoryVersions> byStory = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= seen.size(); end++) {
            if (end == seen.size() || begins(end, seen.get(start), reuseGap)) {
                byStory.add(storyVersions(start, end));
                start = end;
            }
        }
        return byStory;
    }

    private StoryVersions storyVersions(int start, int end) {
        List<DroppedVersions> gaps = dropped.stream()
                .filter(gap -> start <= place(gap, seen) && place(gap, seen) < end)
                .toList();
        return new StoryVersions(seen.subList(start, end), gaps);
    }

    private boolean begins(int index, Wording start, Duration reuseGap) {
        Wording before = seen.get(index - 1);
        Wording next = seen.get(index);
        if (forgotten.stream()
                .anyMatch(end -> !before.last().isAfter(end) && next.last().isAfter(end))) {
            return true;
        }
        return dropped.stream().noneMatch(gap -> gap.isAfter(before) && !gap.isAfter(next))
                && Duration.between(start.first(), next.first()).compareTo(reuseGap) > 0
                && !next.isLike(before);
    }
}
