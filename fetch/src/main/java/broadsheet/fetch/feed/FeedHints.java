package broadsheet.fetch.feed;

import broadsheet.model.Hub;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a feed asks of its readers.
 *
 * @param every how often it is to be read at most; empty if it does not say
 * @param quietHours hours of the day, 0 to 23 UTC, in which it does not want to be read
 * @param quietDays days of the week in which it does not, {@code Monday} to {@code Sunday}
 * @param hub the WebSub hub that it names, addresses as they stand there
 *     <p>Source: RSS 2.0 ({@code ttl}, {@code skipHours}, {@code skipDays}), the syndication module of RSS 1.0.
 */
public record FeedHints(Optional<Duration> every, List<Integer> quietHours, List<String> quietDays, Optional<Hub> hub) {

    /** A feed that asks for nothing. */
    public static final FeedHints NONE = new FeedHints(Optional.empty(), List.of(), List.of(), Optional.empty());

    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    public FeedHints {
        quietHours = List.copyOf(quietHours);
        quietDays = List.copyOf(quietDays);
    }

    /** Reads them from a feed in XML. */
    static FeedHints of(Document feed) {
        Optional<Duration> ttl = number(feed, "ttl").map(Duration::ofMinutes);
        Optional<Duration> update = text(feed, "sy:updatePeriod")
                .map(word -> PERIODS.get(word.toLowerCase(Locale.ROOT)))
                .map(period -> period.dividedBy(
                        Math.max(1, number(feed, "sy:updateFrequency").orElse(1))));
        Optional<Duration> every = ttl.isPresent() && update.isPresent()
                ? ttl.filter(length -> length.compareTo(update.get()) > 0).or(() -> update)
                : ttl.or(() -> update);
        return new FeedHints(every.filter(length -> !length.isZero()), hours(feed), days(feed), hub(feed));
    }

    /** JSON Feed names hubs in a list of its own. */
    static FeedHints of(JsonNode feed) {
        for (JsonNode hub : feed.path("hubs")) {
            if (hub.path("type").asText().equalsIgnoreCase("websub")) {
                var found = new Hub(
                        feed.path("feed_url").asText(),
                        Optional.of(hub.path("url").asText()),
                        Optional.empty());
                return new FeedHints(Optional.empty(), List.of(), List.of(), Optional.of(found));
            }
        }
        return NONE;
    }

    private static Optional<Hub> hub(Document feed) {
        return linked(feed, "hub")
                .map(hub -> new Hub(linked(feed, "self").orElse(""), Optional.of(hub), Optional.empty()));
    }

    private static Optional<String> linked(Document feed, String rel) {
        return feed.select("rss > channel > *, feed > *").stream()
                .filter(element ->
                        element.tagName().equals("link") || element.tagName().endsWith(":link"))
                .filter(element -> element.attr("rel").equalsIgnoreCase(rel))
                .map(element -> element.attr("href").strip())
                .filter(address -> !address.isEmpty())
                .findFirst();
    }

    private static List<Integer> hours(Document feed) {
        var hours = new TreeSet<Integer>();
        for (Element hour : feed.select("skipHours > hour")) {
            whole(hour.text()).map(number -> number % 24).ifPresent(hours::add);
        }
        // Who skips all of them has not meant it.
        return hours.size() >= 24 ? List.of() : new ArrayList<>(hours);
    }

    private static List<String> days(Document feed) {
        List<String> said = feed.select("skipDays > day").eachText();
        List<String> days = DAYS.stream()
                .filter(day -> said.stream().anyMatch(word -> word.strip().equalsIgnoreCase(day)))
                .toList();
        return days.size() == DAYS.size() ? List.of() : days;
    }

    private static Optional<Integer> number(Document feed, String tag) {
        return text(feed, tag).flatMap(FeedHints::whole);
    }

    private static Optional<Integer> whole(String text) {
        String digits = text.strip();
        return digits.length() <= 6 && !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }

    private static Optional<String> text(Document feed, String tag) {
        return feed.getElementsByTag(tag).stream()
                .map(element -> element.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
