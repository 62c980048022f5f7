package broadsheet.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is kept of one article id: its versions, and the stories that they make up. Usually there is one story; a URL
 * that is reused for another text later begins a new one. It takes some 800 KB at most.
 *
 * @param home the article id that the URL gives
 * @param reach keys of takedowns that would reach it, sorted; of more than {@link #KEYS} the shortest
 * @param versions of all stories
 * @param stories in the order of their versions
 * @param barred contents of versions that gave a later story its id, and the takedown of that id its reach; sorted
 * @param forgotten stories without their versions, for takedowns to reach them; of more than {@link #FORGOTTEN} those
 *     that were forgotten last
 * @param rounds number of questions asked so far
 * @param changed how far the content of the news had come when it last changed
 */
record Tracked(
        String home,
        List<String> reach,
        Versions versions,
        List<Story> stories,
        List<String> barred,
        List<Story> forgotten,
        long rounds,
        Instant changed) {

    /** So many versions are kept of all stories under a URL, or what takes their room. */
    static final int MOST = 600;

    /** So many keys are kept; the longest are those of URLs with somebody's parameters, and there is no end of them. */
    static final int KEYS = 200;

    /** So many forgotten stories can be reached by a takedown of their URL. */
    static final int FORGOTTEN = 300;

    Tracked {
        reach = List.copyOf(reach);
        stories = List.copyOf(stories);
        barred = List.copyOf(barred);
        forgotten = List.copyOf(forgotten);
    }

    static Tracked nothing(String home) {
        return new Tracked(home, List.of(), Versions.NONE, List.of(), List.of(), List.of(), 0, Instant.EPOCH);
    }

    /** With one more version, or with one seen once more. */
    Tracked with(Seen version, Hashes address, Collection<String> reachedBy, Duration reuseGap) {
        var keys = new TreeSet<>(reach);
        keys.addAll(reachedBy);
        return new Tracked(
                home,
                shortest(keys),
                versions.with(version, address, reuseGap),
                stories,
                barred,
                forgotten,
                rounds,
                changed);
    }

    /** The keys of those given that are kept, sorted. */
    static List<String> shortest(Collection<String> keys) {
        return keys.stream()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(KEYS)
                .sorted()
                .toList();
    }

    /** Ids of its stories but the first, and of those that are barred: what a takedown can name of it but its own id. */
    Set<String> laterIds() {
        Set<String> ids = new TreeSet<>();
        everyStory().forEach(story -> ids.add(story.id()));
        barred.forEach(hash -> ids.add(Edition.idOfReuse(home, hash)));
        ids.remove(home);
        return ids;
    }

    /** Keeps that a takedown reached the story which begins with this content. */
    Tracked withBarred(String hash) {
        var all = new TreeSet<>(barred);
        all.add(hash);
        return new Tracked(home, reach, versions, stories, List.copyOf(all), forgotten, rounds, changed);
    }

    /** Without the story of this id that was barred, and without its versions: they have no text any more. */
    Tracked withoutBarred(String id, Duration reuseGap) {
        List<String> others = barred.stream()
                .filter(hash -> !Edition.idOfReuse(home, hash).equals(id))
                .toList();
        List<String> gone =
                barred.stream().filter(hash -> !others.contains(hash)).toList();
        Versions left = versions.chapters(reuseGap).stream()
                .filter(chapter -> gone.stream().anyMatch(chapter::has))
                .reduce(versions, Versions::without, (one, other) -> other);
        return new Tracked(home, reach, left, stories, others, forgotten, rounds, changed);
    }

    /** The ids by which a takedown may have named a story: its own, and those that were barred and are of its versions. */
    Set<String> idsOf(String id, Chapter chapter) {
        Set<String> ids = new TreeSet<>(Set.of(id));
        barred.stream().filter(chapter::has).forEach(hash -> ids.add(Edition.idOfReuse(home, hash)));
        return ids;
    }

    Tracked withStories(List<Story> now, long asked) {
        List<Story> others = forgotten.stream()
                .filter(story -> now.stream().noneMatch(back -> back.id().equals(story.id())))
                .toList();
        return new Tracked(home, reach, versions, now, barred, others, asked, changed);
    }

    Optional<Story> story(String id) {
        return stories.stream().filter(story -> story.id().equals(id)).findFirst();
    }

    /** A story, forgotten or not. */
    Optional<Story> remembered(String id) {
        return everyStory().stream().filter(story -> story.id().equals(id)).findFirst();
    }

    /** Its stories and those forgotten: all that stands downstream, as far as is known. */
    List<Story> everyStory() {
        return Stream.concat(stories.stream(), forgotten.stream()).toList();
    }

    /** Changed when the content of the news had come so far. */
    Tracked changedAt(Instant time) {
        return new Tracked(home, reach, versions, stories, barred, forgotten, rounds, time);
    }

    /** Whether nothing has happened to it since before {@code time}, in content time, and no ruling is still to come. */
    boolean isOlderThan(Instant time) {
        return changed.isBefore(time)
                && stories.stream().noneMatch(Story::isWaiting)
                && versions.seen().stream().allMatch(version -> version.last().isBefore(time));
    }

    Tracked withStory(Story other) {
        List<Story> all = stories.stream()
                .map(story -> story.id().equals(other.id()) ? other : story)
                .toList();
        return withStories(all, rounds);
    }

    Tracked withoutStory(String id) {
        Predicate<Story> others = story -> !story.id().equals(id);
        return new Tracked(
                home,
                reach,
                versions,
                stories.stream().filter(others).toList(),
                barred,
                forgotten.stream().filter(others).toList(),
                rounds,
                changed);
    }

    /** The versions of each story under its id, in their order. The first story has the id that the URL gives. */
    Map<String, Chapter> chapters(Duration reuseGap) {
        Map<String, Chapter> chapters = new LinkedHashMap<>();
        for (Chapter chapter : versions.chapters(reuseGap)) {
            chapters.put(
                    chapters.isEmpty()
                            ? home
                            : Edition.idOfReuse(home, chapter.first().hash()),
                    chapter);
        }
        return chapters;
    }

    /** Without the later stories to which nothing has happened since before {@code time}, in content time. */
    Tracked forgetBefore(Instant time, Duration reuseGap) {
        Tracked left = this;
        for (Map.Entry<String, Chapter> later : laterChapters(reuseGap)) {
            if (later.getValue().latest().last().isBefore(time)
                    && story(later.getKey())
                            .filter(story -> !story.changed().isBefore(time))
                            .isEmpty()) {
                left = left.without(later);
            }
        }
        return left;
    }

    /** Without the earliest later stories, as long as there is too much; not without the latest, nor that of a version. */
    Tracked forgetSurplus(String hash, Duration reuseGap) {
        Tracked left = this;
        List<Map.Entry<String, Chapter>> later = versions.weight() > MOST ? laterChapters(reuseGap) : List.of();
        for (int i = 0; i < later.size() - 1 && left.versions.weight() > MOST; i++) {
            if (!later.get(i).getValue().has(hash)) {
                left = left.without(later.get(i));
            }
        }
        return left;
    }

    private List<Map.Entry<String, Chapter>> laterChapters(Duration reuseGap) {
        return chapters(reuseGap).entrySet().stream()
                .skip(1)
                .filter(chapter ->
                        story(chapter.getKey()).filter(Story::isWaiting).isEmpty())
                .toList();
    }

    private Tracked without(Map.Entry<String, Chapter> story) {
        String id = story.getKey();
        List<Story> more = Stream.concat(forgotten.stream(), story(id).stream()).toList();
        Tracked left = withoutStory(id);
        return new Tracked(
                home,
                reach,
                versions.without(story.getValue()),
                left.stories,
                barred,
                more.subList(Math.max(0, more.size() - FORGOTTEN), more.size()),
                rounds,
                changed);
    }
}
