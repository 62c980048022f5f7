package broadsheet.fetch.robots;

import broadsheet.model.HostState;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a site's robots.txt allows. A status of 4xx allows everything, one of 5xx or none at all forbids everything until
 * it is asked again; what is beyond 500 KiB is not read.
 *
 * <p>Source: RFC 9309. {@code Crawl-delay} is not in it, and is kept to all the same.
 */
public final class RobotsGate {

    /** As much of it as RFC 9309 asks to read. */
    public static final int MOST_BYTES = 500 << 10;

    /** RFC 9309: not to be used for longer. */
    private static final Duration FRESH = Duration.ofHours(24);

    /** A site in trouble is asked again sooner. */
    private static final Duration FRESH_WHEN_AWAY = Duration.ofHours(1);

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

    private final SimpleRobotRulesParser parser =
            new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), SimpleRobotRulesParser.DEFAULT_MAX_WARNINGS);
    private final String product;

    /**
     * A gate for one robot.
     *
     * @param product by which robots.txt groups it: the first word of the User-Agent, in lower case
     */
    public RobotsGate(String product) {
        this.product = product;
    }

    /**
     * As much of a robots.txt as is gone by, in whole lines: half a rule is another one. Without the characters that no rule
     * has and that take six times their room where it is written down.
     */
    public static String read(byte[] bytes) {
        int length = bytes.length;
        if (length > MOST_BYTES) {
            length = MOST_BYTES;
            while (length > 0 && bytes[length - 1] != '\n' && bytes[length - 1] != '\r') {
                length--;
            }
        }
        return CONTROL.matcher(new String(bytes, 0, length, StandardCharsets.UTF_8))
                .replaceAll("");
    }

    /** Whether it may still be gone by. */
    public static boolean isFresh(HostState.Robots robots, Instant now) {
        Duration length = isAway(robots.status()) ? FRESH_WHEN_AWAY : FRESH;
        return now.isBefore(robots.at().plus(length));
    }

    /** Whether the site could not say what it allows. */
    public static boolean isAway(int status) {
        return status < 200 || status >= 500 || status == 429;
    }

    /** The rules of a robots.txt as it was found. */
    public Rules rules(HostState.Robots robots) {
        if (isAway(robots.status())) {
            return new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), true);
        }
        if (robots.status() >= 300) {
            return new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), false);
        }
        byte[] text = robots.text().getBytes(StandardCharsets.UTF_8);
        return new Rules(parser.parseContent("", text, "text/plain", List.of(product)), false);
    }

    /**
     * The rules for us.
     *
     * @param parsed as they were read
     * @param away whether they are not the site's, but stand in for it
     */
    public record Rules(BaseRobotRules parsed, boolean away) {

        /** Whether the URL may be asked for. */
        public boolean allow(URI url) {
            return parsed.isAllowed(url.toString());
        }

        /** How long to wait between two requests, if it says; at most a minute. */
        public Optional<Duration> delay() {
            long millis = parsed.getCrawlDelay();
            return millis > 0
                    ? Optional.of(Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis())))
                    : Optional.empty();
        }

        /** The sitemaps that it names. */
        public List<String> sitemaps() {
            return List.copyOf(parsed.getSitemaps());
        }
    }
}
