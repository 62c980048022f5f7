package broadsheet.sink.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All versions under one article id.
 *
 * <p>Usually they are one timeline. But a page can name a canonical URL that is not its own, that of its section for
 * example, and then several stories have one id. What was fetched under another URL and has another text is another story,
 * at once. So there is a timeline for each story that was fetched beside others: two versions are of the same one if they
 * were fetched under the same URL, or their texts are alike, or others stand between them of which that is true. That
 * depends on the set of versions alone, since each that comes joins all timelines to which it belongs.
 *
 * @param lines the timelines; none has a version that belongs to another
 */
public record Versions(List<Timeline> lines) {

    public static final Versions NONE = new Versions(List.of());

    /** A story, and what orders the stories: when each was first fetched, which later fetches do not change. */
    private record Begun(Instant at, String hash, StoryVersions storyVersions) {

        static final Comparator<Begun> ORDER = Comparator.comparing(Begun::at).thenComparing(Begun::hash);

        static Begun of(StoryVersions storyVersions) {
            return new Begun(storyVersions.begun(), storyVersions.first().hash(), storyVersions);
        }
    }

    public Versions {
        lines = List.copyOf(lines);
    }

    /** Those that are kept. */
    public List<Wording> seen() {
        return lines.size() == 1
                ? lines.get(0).seen()
                : lines.stream().flatMap(line -> line.seen().stream()).toList();
    }

    public Optional<Wording> version(String hash) {
        return lines.stream().flatMap(line -> line.version(hash).stream()).findFirst();
    }

    /** Whether a content was seen before, as far as is known. */
    public boolean knows(String hash) {
        return lines.stream().anyMatch(line -> line.knows(hash));
    }

    /** What it takes to keep this, in versions. */
    public int weight() {
        return lines.stream().mapToInt(Timeline::weight).sum();
    }

    /**
     * With one more version, or with one seen once more, and no more of each story than is to be kept.
     *
     * @param address under which it was fetched
     */
    public Versions with(Wording version, Hashes address, Duration reuseGap) {
        List<Timeline> others = new ArrayList<>();
        Optional<Timeline> own = Optional.empty();
        for (Timeline line : lines) {
            if (line.owns(version, address)) {
                own = Optional.of(own.map(line::with).orElse(line));
            } else {
                others.add(line);
            }
        }
        others.add(own.orElse(Timeline.EMPTY).under(address).with(version).shortened(reuseGap));
        // In an order of their own, so that the same versions are the same record.
        others.sort(Comparator.comparing(line -> line.seen().get(0).position()));
        return new Versions(others);
    }

    /** Whether a content stands beside all others, and is the only one of its story. */
    public boolean isAlone(String hash) {
        return lines.size() > 1
                && lines.stream()
                        .anyMatch(
                                line -> line.weight() == 1 && line.version(hash).isPresent());
    }

    /** Without a story: what follows stays what it is. */
    public Versions without(StoryVersions storyVersions) {
        return new Versions(lines.stream()
                .map(line ->
                        line.version(storyVersions.first().hash()).isPresent() ? line.without(storyVersions) : line)
                .filter(line -> !line.seen().isEmpty())
                .toList());
    }

    /** The stories, in the order in which they began. */
    public List<StoryVersions> stories(Duration reuseGap) {
        return lines.stream()
                .flatMap(line -> line.stories(reuseGap).stream())
                .map(Begun::of)
                .sorted(Begun.ORDER)
                .map(Begun::storyVersions)
                .toList();
    }
}
