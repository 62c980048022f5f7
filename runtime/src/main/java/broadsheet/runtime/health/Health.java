package broadsheet.runtime.health;

import org.apache.kafka.streams.KafkaStreams;

/** How a stage is, as an answer to the two questions that an orchestrator asks. */
public enum Health {
    /** It does its work. */
    RUNNING(true, true),
    /** It starts, or shares out the work anew; it needs no help. */
    REBALANCING(true, false),
    /** A topic that it needs was deleted; it goes on when it is there again. */
    LACKS_TOPIC(true, false),
    /** The brokers do not answer; it goes on by itself when they do. */
    CUT_OFF(true, false),
    /** It stops because it was told to. */
    STOPPING(true, false),
    /** It stopped of itself, and has to be started again. */
    BROKEN(false, false);

    private final boolean live;
    private final boolean ready;

    Health(boolean live, boolean ready) {
        this.live = live;
        this.ready = ready;
    }

    public static Health of(KafkaStreams.State state) {
        return switch (state) {
            case RUNNING -> RUNNING;
            case CREATED, REBALANCING -> REBALANCING;
            case PENDING_SHUTDOWN, NOT_RUNNING -> STOPPING;
            case PENDING_ERROR, ERROR -> BROKEN;
        };
    }

    /** The worse of the two. */
    public Health or(Health other) {
        return compareTo(other) > 0 ? this : other;
    }

    /** Whether it should be left alone; if not, restart it. */
    public boolean isLive() {
        return live;
    }

    /** Whether it takes part in the work. */
    public boolean isReady() {
        return ready;
    }
}
