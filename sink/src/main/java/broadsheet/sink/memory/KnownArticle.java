package broadsheet.sink.memory;

import broadsheet.sink.versions.Content;
import broadsheet.sink.versions.Hashes;
import broadsheet.sink.versions.StoryVersions;
import broadsheet.sink.versions.Versions;
import broadsheet.sink.versions.Wording;
import java.nio.charset.StandardCharsets;
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
public record KnownArticle(
        String home,
        List<String> reach,
        Versions versions,
        List<StoryState> stories,
        List<String> barred,
        List<StoryState> forgotten,
        long rounds,
        Instant changed) {

    /** So many versions are kept of all stories under a URL, or what takes their room. */
    static final int MOST = 600;

    /** So many keys are kept; the longest are those of URLs with somebody's parameters, and there is no end of them. */
    static final int KEYS = 200;

    /** So many forgotten stories can be reached by a takedown of their URL. */
    static final int FORGOTTEN = 300;

    public KnownArticle {
        reach = List.copyOf(reach);
        stories = List.copyOf(stories);
        barred = List.copyOf(barred);
        forgotten = List.copyOf(forgotten);
    }

    public static KnownArticle nothing(String home) {
        return new KnownArticle(home, List.of(), Versions.NONE, List.of(), List.of(), List.of(), 0, Instant.EPOCH);
    }

    /** With one more version, or with one seen once more. */
    public KnownArticle with(Wording version, Hashes address, Collection<String> reachedBy, Duration reuseGap) {
        var keys = new TreeSet<>(reach);
        keys.addAll(reachedBy);
        return new KnownArticle(
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
    public static List<String> shortest(Collection<String> keys) {
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
        barred.forEach(hash -> ids.add(idOfReuse(home, hash)));
        ids.remove(home);
        return ids;
    }

    /** Keeps that a takedown reached the story which begins with this content. */
    public KnownArticle withBarred(String hash) {
        var all = new TreeSet<>(barred);
        all.add(hash);
        return new KnownArticle(home, reach, versions, stories, List.copyOf(all), forgotten, rounds, changed);
    }

    /** Without the story of this id that was barred, and without its versions: they have no text any more. */
    KnownArticle withoutBarred(String id, Duration reuseGap) {
        List<String> others = barred.stream()
                .filter(hash -> !idOfReuse(home, hash).equals(id))
                .toList();
        List<String> gone =
                barred.stream().filter(hash -> !others.contains(hash)).toList();
        Versions left = versions.stories(reuseGap).stream()
                .filter(storyVersions -> gone.stream().anyMatch(storyVersions::has))
                .reduce(versions, Versions::without, (one, other) -> other);
        return new KnownArticle(home, reach, left, stories, others, forgotten, rounds, changed);
    }

    /** The ids by which a takedown may have named a story: its own, and those that were barred and are of its versions. */
    public Set<String> idsOf(String id, StoryVersions storyVersions) {
        Set<String> ids = new TreeSet<>(Set.of(id));
        barred.stream().filter(storyVersions::has).forEach(hash -> ids.add(idOfReuse(home, hash)));
        return ids;
    }

    public KnownArticle withStories(List<StoryState> now, long asked) {
        List<StoryState> others = forgotten.stream()
                .filter(story -> now.stream().noneMatch(back -> back.id().equals(story.id())))
                .toList();
        return new KnownArticle(home, reach, versions, now, barred, others, asked, changed);
    }

    public Optional<StoryState> story(String id) {
        return stories.stream().filter(story -> story.id().equals(id)).findFirst();
    }

    /** A story, forgotten or not. */
    public Optional<StoryState> remembered(String id) {
        return everyStory().stream().filter(story -> story.id().equals(id)).findFirst();
    }

    /** Its stories and those forgotten: all that stands downstream, as far as is known. */
    public List<StoryState> everyStory() {
        return Stream.concat(stories.stream(), forgotten.stream()).toList();
    }

    /** Changed when the content of the news had come so far. */
    public KnownArticle changedAt(Instant time) {
        return new KnownArticle(home, reach, versions, stories, barred, forgotten, rounds, time);
    }

    /** Whether nothing has happened to it since before {@code time}, in content time, and no ruling is still to come. */
    boolean isOlderThan(Instant time) {
        return changed.isBefore(time)
                && stories.stream().noneMatch(StoryState::isWaiting)
                && versions.seen().stream().allMatch(version -> version.last().isBefore(time));
    }

    public KnownArticle withStory(StoryState other) {
        List<StoryState> all = stories.stream()
                .map(story -> story.id().equals(other.id()) ? other : story)
                .toList();
        return withStories(all, rounds);
    }

    KnownArticle withoutStory(String id) {
        Predicate<StoryState> others = story -> !story.id().equals(id);
        return new KnownArticle(
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
    public Map<String, StoryVersions> versionsByStory(Duration reuseGap) {
        Map<String, StoryVersions> byStory = new LinkedHashMap<>();
        for (StoryVersions storyVersions : versions.stories(reuseGap)) {
            byStory.put(
                    byStory.isEmpty()
                            ? home
                            : idOfReuse(home, storyVersions.first().hash()),
                    storyVersions);
        }
        return byStory;
    }

    /** Without a later story and its versions; takedowns still reach it. */
    KnownArticle without(Map.Entry<String, StoryVersions> story) {
        String id = story.getKey();
        List<StoryState> more =
                Stream.concat(forgotten.stream(), story(id).stream()).toList();
        KnownArticle left = withoutStory(id);
        return new KnownArticle(
                home,
                reach,
                versions.without(story.getValue()),
                left.stories,
                barred,
                more.subList(Math.max(0, more.size() - FORGOTTEN), more.size()),
                rounds,
                changed);
    }

    /** Id of a story that is not the first under its URL, and begins with that content. */
    static String idOfReuse(String home, String hash) {
        String name = home + " " + hash;
        return Content.hash(name.getBytes(StandardCharsets.UTF_8), 16);
    }
}
