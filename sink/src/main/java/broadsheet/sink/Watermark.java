package broadsheet.sink;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the content of the news has come: the latest content time that was seen. It decides what may be forgotten;
 * no clock does.
 *
 * <p>A content time that lies more than a day after the record's own timestamp is a mistake of its producer and moves it
 * no further than that; otherwise one page that claims to be of the year 2099 would have everything forgotten.
 */
final class Watermark {

    private static final Duration AHEAD = Duration.ofDays(1);

    private Instant latest = Instant.EPOCH;

    /** Takes note of a content time; returns whether a new day has begun by it, in UTC. */
    boolean advance(Instant content, long recordTimestamp) {
        Instant limit = Instant.ofEpochMilli(recordTimestamp).plus(AHEAD);
        Instant time = content.isAfter(limit) ? limit : content;
        if (!time.isAfter(latest)) {
            return false;
        }
        boolean newDay = day(time) > day(latest);
        latest = time;
        return newDay;
    }

    /** Goes on from where it was. */
    void resume(Instant before) {
        latest = before;
    }

    Instant latest() {
        return latest;
    }

    private static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }
}
