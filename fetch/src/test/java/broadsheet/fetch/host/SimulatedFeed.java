package broadsheet.fetch.host;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A feed of the simulation: when it publishes what, and how its server behaves. */
final class SimulatedFeed {

    /** How a feed publishes. */
    enum Kind {
        /** A newsroom: 40 to 300 entries a day, most of them by day, half of them in bursts of 3 to 12 within minutes. */
        BURSTY,
        /** A bulletin that a clock makes: one or two entries an hour, at the same minute, give or take two. */
        HOURLY,
        /** A section that people write: an entry or two an hour by chance, by day more than by night. */
        RANDOM_HOURLY,
        /** A blog: one or two entries a day, around an hour that it is used to. */
        DAILY,
        /** Nothing since weeks. */
        DEAD
    }

    /** By how much each hour of the day differs from the mean: newsrooms sleep, but not quite. */
    private static final double[] BY_HOUR = {
        .35, .25, .2, .2, .3, .5, .8, 1.1, 1.3, 1.4, 1.5, 1.5, 1.4, 1.4, 1.5, 1.5, 1.5, 1.4, 1.3, 1.2, 1.1, .9, .7, .5
    };

    private static final Duration PAST = Duration.ofDays(3);

    private final int number;
    private final Kind kind;
    private final String url;
    private final boolean full;
    private final int window;
    private final boolean conditional;
    private final List<Instant> published = new ArrayList<>();

    SimulatedFeed(int number, Kind kind, String host, Instant start, Duration length, Random random) {
        this.number = number;
        this.kind = kind;
        this.url = "https://" + host + "/feed" + number;
        this.full = random.nextInt(kind == Kind.BURSTY ? 5 : 2) == 0;
        this.window = kind == Kind.BURSTY ? 20 + random.nextInt(41) : 10 + random.nextInt(21);
        this.conditional = random.nextInt(20) > 0;
        publish(start.minus(PAST), start.plus(length), random);
        Collections.sort(published);
    }

    private void publish(Instant from, Instant to, Random random) {
        switch (kind) {
            case BURSTY -> byChance(from, to, 40 + random.nextInt(261), 0.5, random);
            case RANDOM_HOURLY -> byChance(from, to, 24 + random.nextInt(25), 0, random);
            case HOURLY -> {
                int minute = random.nextInt(60);
                int twice = random.nextInt(3) == 0 ? 30 : 60;
                for (Instant at = from.plus(Duration.ofMinutes(minute));
                        at.isBefore(to);
                        at = at.plusSeconds(60L * twice)) {
                    published.add(at.plusSeconds(random.nextInt(240) - 120));
                }
            }
            case DAILY -> {
                int hour = random.nextInt(24 * 60);
                int most = 1 + random.nextInt(2);
                for (Instant day = from; day.isBefore(to); day = day.plus(Duration.ofDays(1))) {
                    for (int i = random.nextInt(most + 1); i < most; i++) {
                        long off = (long) (hour + i * 300 + 40 * random.nextGaussian());
                        published.add(day.plus(Duration.ofMinutes(off)));
                    }
                }
            }
            case DEAD -> published.add(from.minus(Duration.ofDays(20)));
        }
        published.removeIf(at -> !at.isBefore(to));
    }

    /** A Poisson process by the hours of the day, of which a share comes in bursts. */
    private void byChance(Instant from, Instant to, int aDay, double inBursts, Random random) {
        for (Instant hour = from; hour.isBefore(to); hour = hour.plus(Duration.ofHours(1))) {
            double mean = aDay / 24.0 * BY_HOUR[hour.atZone(ZoneOffset.UTC).getHour()];
            int single = poisson(mean * (1 - inBursts), random);
            for (int i = 0; i < single; i++) {
                published.add(hour.plusMillis(random.nextInt(3_600_000)));
            }
            int bursts = poisson(mean * inBursts / 7.5, random);
            for (int i = 0; i < bursts; i++) {
                Instant burst = hour.plusMillis(random.nextInt(3_600_000));
                int size = 3 + random.nextInt(10);
                for (int j = 0; j < size; j++) {
                    published.add(burst.plusMillis(random.nextInt(600_000)));
                }
            }
        }
    }

    private static int poisson(double mean, Random random) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    Kind kind() {
        return kind;
    }

    String url() {
        return url;
    }

    /** Whether its server knows validators. */
    boolean isConditional() {
        return conditional;
    }

    /** When each of its entries was published, in order. */
    List<Instant> published() {
        return published;
    }

    /** How many have been published by then. */
    int count(Instant now) {
        int at = Collections.binarySearch(published, now);
        int count = at < 0 ? -at - 1 : at + 1;
        while (count < published.size() && !published.get(count).isAfter(now)) {
            count++;
        }
        return count;
    }

    /** The first one that it still shows. */
    int firstShown(int count) {
        return Math.max(0, count - window);
    }

    String link(int entry) {
        return url.replace("/feed" + number, "/story-" + number + "-" + entry);
    }

    boolean isFull() {
        return full;
    }

    /** The feed as it stands after so many entries. */
    String body(int count) {
        var body = new StringBuilder(4_096)
                .append("<rss version=\"2.0\"><channel><title>Feed ")
                .append(number)
                .append("</title>");
        for (int entry = count - 1; entry >= firstShown(count); entry--) {
            body.append("<item><guid>")
                    .append(number)
                    .append('-')
                    .append(entry)
                    .append("</guid><link>")
                    .append(link(entry))
                    .append("</link><title>Story ")
                    .append(entry)
                    .append("</title><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            published.get(entry).atZone(ZoneOffset.UTC)))
                    .append("</pubDate>");
            if (full) {
                body.append("<content:encoded>").append(TEXT).append("</content:encoded>");
            }
            body.append("</item>");
        }
        return body.append("</channel></rss>").toString();
    }

    private static final String TEXT =
            "The council has voted for the new bridge, and the work on it begins in spring, as the town had hoped. "
                    .repeat(12);
}
