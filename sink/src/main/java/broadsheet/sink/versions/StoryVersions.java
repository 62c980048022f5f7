package broadsheet.sink.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The versions of one story.
 *
 * <p>A live blog has thousands. Kept whole are the {@link #FIRST} first ones, since the first gives a later story its id;
 * the {@link #LATEST} latest ones, since the latest is published and compared with the one before; and those on both
 * sides of a break, where a text follows that shares little with the one before: another story begins there once it is
 * found that this one began earlier. Of all others is left what {@link DroppedVersions} says. First ones and latest ones are the
 * same in whatever order the versions come.
 *
 * @param versions that are kept, in the order of {@link Wording#BY_TIME}; at least one
 * @param dropped what came between two of them, in that order
 */
public record StoryVersions(List<Wording> versions, List<DroppedVersions> dropped) {

    public static final int FIRST = 50;
    public static final int LATEST = 50;

    /** StoryPublication of up to so many versions are kept whole; two of half as many also where they were taken for one. */
    public static final int LIMIT = FIRST + LATEST;

    /** With more breaks than these a story has none: its page carries something else each time. */
    static final int BREAKS = 20;

    public StoryVersions {
        versions = List.copyOf(versions);
        dropped = List.copyOf(dropped);
    }

    /** With no more than is to be kept. */
    StoryVersions shortened() {
        if (versions.size() <= LIMIT && dropped.size() <= 1) {
            return this;
        }
        BitSet whole = keptWhole();
        List<Wording> kept = new ArrayList<>();
        List<DroppedVersions> gaps = new ArrayList<>();
        Optional<DroppedVersions> gap = Optional.empty();
        for (int i = 0; i < versions.size(); i++) {
            gap = Stream.concat(gap.stream(), gapsBefore(i)).reduce(DroppedVersions::with);
            if (whole.get(i)) {
                gap.ifPresent(gaps::add);
                gap = Optional.empty();
                kept.add(versions.get(i));
            } else {
                DroppedVersions version = DroppedVersions.of(versions.get(i));
                gap = Optional.of(gap.map(version::with).orElse(version));
            }
        }
        return new StoryVersions(kept, gaps);
    }

    private BitSet keptWhole() {
        int size = versions.size();
        var whole = new BitSet(size);
        whole.set(0, Math.min(FIRST, size));
        whole.set(Math.max(0, size - LATEST), size);
        List<Integer> breaks = places(
                i -> gapsBefore(i).findAny().isEmpty() && !versions.get(i).isLike(versions.get(i - 1)));
        if (breaks.size() <= BREAKS && number() - size <= Hashes.MOST) {
            breaks.forEach(place -> whole.set(Math.max(0, place - 2), place + 1));
        } else {
            List<Integer> gaps = places(i -> gapsBefore(i).findAny().isPresent());
            gaps.stream().limit(1).forEach(first -> whole.clear(first, gaps.get(gaps.size() - 1)));
        }
        return whole;
    }

    private List<Integer> places(IntPredicate wanted) {
        return IntStream.range(1, versions.size()).filter(wanted).boxed().toList();
    }

    private Stream<DroppedVersions> gapsBefore(int index) {
        return dropped.stream().filter(gap -> Timeline.place(gap, versions) == index);
    }

    /** The version that gives a later story its id. */
    public Wording first() {
        return versions.get(0);
    }

    public Wording latest() {
        return versions.get(versions.size() - 1);
    }

    /** The version before the latest; empty if there is none. */
    public Optional<Wording> before() {
        return versions.size() < 2 ? Optional.empty() : Optional.of(versions.get(versions.size() - 2));
    }

    /** How many versions there are, with those dropped. */
    public int number() {
        return versions.size()
                + dropped.stream().mapToInt(gap -> gap.hashes().size()).sum();
    }

    /** Contents of the versions that are kept. */
    public Set<String> hashes() {
        return versions.stream().map(Wording::hash).collect(Collectors.toSet());
    }

    public boolean has(String hash) {
        return versions.stream().anyMatch(version -> version.hash().equals(hash))
                || dropped.stream().anyMatch(gap -> gap.hashes().contains(hash));
    }

    /**
     * First seen: the one time that orders a story among others when copies are judged. It is that of the text which the
     * story has now, and of those that this one grew out of: what stood under its URL before does not count, or whoever
     * fills an old page with another's text would have had it first.
     */
    public Instant firstSeen() {
        Wording text = latest();
        Instant first = text.fetched();
        for (int i = versions.size() - 2; i >= 0; i--) {
            Wording earlier = versions.get(i);
            // Those dropped between two are each like the next.
            List<DroppedVersions> between =
                    text.equals(versions.get(i + 1)) ? gapsBefore(i + 1).toList() : List.of();
            if (!between.isEmpty() || earlier.isBasisOf(text)) {
                text = earlier;
                first = between.stream().map(DroppedVersions::fetched).reduce(first, Wording::earlier);
                first = Wording.earlier(first, earlier.fetched());
            }
        }
        return first;
    }

    /** When the first of its versions was fetched. */
    Instant begun() {
        return earliest(Wording::fetched, DroppedVersions::fetched);
    }

    /** When the first of its versions was published. */
    public Instant firstPublished() {
        return earliest(Wording::published, DroppedVersions::published);
    }

    private Instant earliest(Function<Wording, Instant> ofKept, Function<DroppedVersions, Instant> ofDropped) {
        return Stream.concat(versions.stream().map(ofKept), dropped.stream().map(ofDropped))
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
