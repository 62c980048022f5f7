package broadsheet.sink.memory;

import broadsheet.model.Amendment;
import broadsheet.sink.copies.Verdict;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * One article as it goes downstream.
 *
 * @param id article id
 * @param question what was last asked about; empty before the first question
 * @param asked number of that question
 * @param answered number of the last question that was answered, 0 if none was
 * @param match the original; empty if it is one, or not judged yet
 * @param originalHome key under which the original is kept; empty if there is none
 * @param told the original that was told of it, since it corrects that or brings it up to date; empty if none was
 * @param out what is downstream now; empty if nothing is
 * @param changed how far the content of the news had come when a version of it last came
 */
public record StoryState(
        String id,
        @JsonProperty("claimed") Optional<Question> question,
        long asked,
        long answered,
        Optional<Verdict.Match> match,
        Optional<String> originalHome,
        Optional<Told> told,
        Optional<Out> out,
        Instant changed) {

    /**
     * What a question was about.
     *
     * @param hash content of the version
     * @param firstSeen of the story
     * @param language under which the judge keeps it
     */
    public record Question(String hash, Instant firstSeen, String language) {}

    /**
     * What an original was told.
     *
     * @param home key under which it is kept
     * @param original its article id
     * @param kind what this story is to it
     */
    public record Told(String home, String original, Amendment.Kind kind) {}

    /**
     * A record downstream.
     *
     * @param place on which topic
     * @param hash of its bytes
     */
    public record Out(Place place, String hash) {}

    public static StoryState begun(String id) {
        return new StoryState(
                id,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }

    public StoryState withQuestion(Question now, long number) {
        return new StoryState(id, Optional.of(now), number, answered, match, originalHome, told, out, changed);
    }

    public StoryState withAnswer(Optional<Verdict.Match> now, Optional<String> home) {
        return new StoryState(id, question, asked, asked, now, home, told, out, changed);
    }

    public StoryState withOut(Out now) {
        return new StoryState(id, question, asked, answered, match, originalHome, told, Optional.of(now), changed);
    }

    /** Once an original was told of it, or told that it is nothing to it any more. */
    public StoryState withTold(Optional<Told> now) {
        return new StoryState(id, question, asked, answered, match, originalHome, now, out, changed);
    }

    /**
     * The original that is to be told of it: one of its own site that it corrects or brings up to date. What another site
     * says of an article is on that site's record, and never on the article's.
     */
    public Optional<Told> toBeTold() {
        return match.filter(Verdict.Match::ofItsSite)
                .flatMap(found -> Amendment.Kind.of(found.kind())
                        .map(kind -> new Told(originalHome.orElse(found.original()), found.original(), kind)));
    }

    public StoryState changedAt(Instant time) {
        return new StoryState(id, question, asked, answered, match, originalHome, told, out, time);
    }

    /** Whether the answer to a question is still to come; nothing is published until then. */
    public boolean isWaiting() {
        return asked != answered;
    }
}
