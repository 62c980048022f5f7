package broadsheet.sink;

import broadsheet.model.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is kept of one article id: its versions, and the stories that they make up. Usually there is one story; a URL
 * that is reused for another text later begins a new one.
 *
 * @param home the article id that the URL gives
 * @param reach keys of takedowns that would reach it, sorted
 * @param seen versions, in the order of {@link Seen#BY_TIME}
 * @param stories in the order of their versions
 * @param rounds number of questions asked so far
 * @param changed how far the content of the news had come when it last changed
 */
record Tracked(String home, List<String> reach, List<Seen> seen, List<Story> stories, long rounds, Instant changed) {

    /** Below this share of common text two versions are no longer the same story. */
    private static final double SAME_STORY = 0.3;

    Tracked {
        reach = List.copyOf(reach);
        seen = List.copyOf(seen);
        stories = List.copyOf(stories);
    }

    static Tracked nothing(String home) {
        return new Tracked(home, List.of(), List.of(), List.of(), 0, Instant.EPOCH);
    }

    Optional<Seen> version(String hash) {
        return seen.stream().filter(version -> version.hash().equals(hash)).findFirst();
    }

    /** With one more version, or with one seen once more. */
    Tracked with(Seen version, Collection<String> reachedBy) {
        var keys = new TreeSet<>(reach);
        keys.addAll(reachedBy);
        List<Seen> all = new ArrayList<>(seen);
        all.removeIf(known -> known.hash().equals(version.hash()));
        all.add(version(version.hash()).map(known -> known.with(version)).orElse(version));
        all.sort(Seen.BY_TIME);
        return new Tracked(home, List.copyOf(keys), all, stories, rounds, changed);
    }

    Tracked withStories(List<Story> now, long asked) {
        return new Tracked(home, reach, seen, now, asked, changed);
    }

    Optional<Story> story(String id) {
        return stories.stream().filter(story -> story.id().equals(id)).findFirst();
    }

    /** Changed when the content of the news had come so far. */
    Tracked changedAt(Instant time) {
        return new Tracked(home, reach, seen, stories, rounds, time);
    }

    /** Whether nothing has happened to it since before {@code time}, in content time. */
    boolean isOlderThan(Instant time) {
        return changed.isBefore(time)
                && seen.stream().allMatch(version -> version.last().isBefore(time));
    }

    Tracked withStory(Story other) {
        List<Story> all = stories.stream()
                .map(story -> story.id().equals(other.id()) ? other : story)
                .toList();
        return new Tracked(home, reach, seen, all, rounds, changed);
    }

    Tracked withoutStory(String id) {
        List<Story> others =
                stories.stream().filter(story -> !story.id().equals(id)).toList();
        return new Tracked(home, reach, seen, others, rounds, changed);
    }

    /** Whether the takedown with that key, in its one form, is about it or one of its stories. */
    boolean isReachedBy(String key) {
        return reach.contains(key)
                || stories.stream().anyMatch(story -> Reach.ofId(story.id()).equals(key));
    }

    /** The versions of the story with that id. */
    List<Seen> chapterOf(String id, Duration reuseGap) {
        List<List<Seen>> chapters = chapters(reuseGap);
        return id.equals(home)
                ? chapters.get(0)
                : chapters.stream()
                        .skip(1)
                        .filter(chapter ->
                                Edition.idOfReuse(home, chapter.get(0)).equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("story without versions: " + id));
    }

    /** Its versions, cut where a text follows that shares little with the one before and comes much later. */
    List<List<Seen>> chapters(Duration reuseGap) {
        List<List<Seen>> chapters = new ArrayList<>();
        for (Seen version : seen) {
            if (chapters.isEmpty() || isReuse(chapters.get(chapters.size() - 1), version, reuseGap)) {
                chapters.add(new ArrayList<>());
            }
            chapters.get(chapters.size() - 1).add(version);
        }
        return chapters;
    }

    private static boolean isReuse(List<Seen> chapter, Seen next, Duration reuseGap) {
        Seen start = chapter.get(0);
        Seen before = chapter.get(chapter.size() - 1);
        return Duration.between(start.first(), next.first()).compareTo(reuseGap) > 0
                && before.gist().containment(next.gist()) < SAME_STORY;
    }
}
