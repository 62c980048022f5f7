package broadsheet.sink.memory;

import broadsheet.sink.copies.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * One article as it goes downstream.
 *
 * @param id article id
 * @param claimed what was last asked about; empty before the first question
 * @param asked number of that question
 * @param answered number of the last question that was answered, 0 if none was
 * @param match the original; empty if it is one, or not judged yet
 * @param out what is downstream now; empty if nothing is
 * @param changed how far the content of the news had come when a version of it last came
 */
public record StoryState(
        String id,
        Optional<Claimed> claimed,
        long asked,
        long answered,
        Optional<Verdict.Match> match,
        Optional<Out> out,
        Instant changed) {

    /**
     * What a question was about.
     *
     * @param hash content of the version
     * @param firstSeen of the story
     * @param language under which the judge keeps it
     */
    public record Claimed(String hash, Instant firstSeen, String language) {}

    /**
     * A record downstream.
     *
     * @param place on which topic
     * @param hash of its bytes
     */
    public record Out(Place place, String hash) {}

    public static StoryState begun(String id) {
        return new StoryState(id, Optional.empty(), 0, 0, Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    public StoryState withQuestion(Claimed now, long number) {
        return new StoryState(id, Optional.of(now), number, answered, match, out, changed);
    }

    public StoryState withAnswer(Optional<Verdict.Match> now) {
        return new StoryState(id, claimed, asked, asked, now, out, changed);
    }

    public StoryState withOut(Out now) {
        return new StoryState(id, claimed, asked, answered, match, Optional.of(now), changed);
    }

    public StoryState changedAt(Instant time) {
        return new StoryState(id, claimed, asked, answered, match, out, time);
    }

    /** Whether the answer to a question is still to come; nothing is published until then. */
    public boolean isWaiting() {
        return asked != answered;
    }
}
