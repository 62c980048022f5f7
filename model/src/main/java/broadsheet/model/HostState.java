package broadsheet.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code fetch} has to remember of a host wherever it goes on. Its key is the host. Written and read by {@code fetch}
 * alone.
 *
 * @param lastAsked when the last request to it ended, UTC
 * @param notBefore before when it does not want to be asked for anything, UTC
 * @param failures how many answers in a row were failures of the host: 429, 5xx, or none at all
 * @param robots its robots.txt, by scheme and port ({@code https:443})
 */
public record HostState(
        Optional<Instant> lastAsked, Optional<Instant> notBefore, int failures, Map<String, Robots> robots) {

    /** A host that was never asked. */
    public static final HostState NEW = new HostState(Optional.empty(), Optional.empty(), 0, Map.of());

    /**
     * A robots.txt as it was found.
     *
     * @param at when, UTC
     * @param status of the HTTP response; 0 if there was none that could be read
     * @param text its first 500 KiB; blank unless the status is a success
     * @param failure why there was none; empty if there was one
     */
    public record Robots(Instant at, int status, String text, Optional<NoAnswer> failure) {

        /** One that was answered for. */
        public static Robots answered(Instant at, int status, String text) {
            return new Robots(at, status, text, Optional.empty());
        }

        /** One that could not be had. */
        public static Robots failed(Instant at, Fetch.Outcome outcome, String why) {
            return new Robots(at, 0, "", Optional.of(new NoAnswer(outcome, why)));
        }
    }

    /**
     * Why a robots.txt could not be had.
     *
     * @param outcome of every request that would need it
     * @param why for a person
     */
    public record NoAnswer(Fetch.Outcome outcome, String why) {}

    public HostState {
        robots = Map.copyOf(robots);
    }
}
