package broadsheet.fetch.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a publisher wants to be left alone, by the headers of an answer. All of it is capped: a slip of a key must not
 * end a subscription.
 *
 * <p>Source: RFC 9110, 5.6.7 and 10.2.3; RFC 9111, 5.2.
 */
public final class RetryAfter {

    /** The most that is believed. */
    public static final Duration CAP = Duration.ofHours(24);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern WEEKDAY = Pattern.compile("^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\\s+");
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,12})");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("dd-MMM-")
                    .appendValueReduced(java.time.temporal.ChronoField.YEAR, 2, 2, 1970)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /** Until when {@code Retry-After} asks to wait, as seconds or as a date; empty if it asks for nothing that is to come. */
    public static Optional<Instant> until(Optional<String> header, Instant now) {
        return header.map(String::strip)
                .flatMap(text -> SECONDS.matcher(text).matches()
                        ? Optional.of(now.plusSeconds(Math.min(Long.parseLong(text), CAP.toSeconds())))
                        : date(text))
                .map(until -> until.isAfter(now.plus(CAP)) ? now.plus(CAP) : until)
                .filter(until -> until.isAfter(now));
    }

    /** How long the answer is said to be fresh: {@code max-age}, else {@code Expires}; at most a day. */
    public static Optional<Duration> fresh(Optional<String> cacheControl, Optional<String> expires, Instant now) {
        String control = cacheControl.orElse("").toLowerCase(Locale.ROOT);
        if (control.contains("no-cache") || control.contains("no-store")) {
            return Optional.empty();
        }
        Matcher matcher = MAX_AGE.matcher(control);
        Optional<Duration> said = matcher.find()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1))))
                : expires.flatMap(RetryAfter::date).map(until -> Duration.between(now, until));
        return said.filter(length -> !length.isNegative() && !length.isZero())
                .map(length -> length.compareTo(CAP) > 0 ? CAP : length);
    }

    /** A date as HTTP has it, in any of its three forms, even if it is not on the day of the week that it names. */
    public static Optional<Instant> date(String text) {
        String plain = WEEKDAY.matcher(text.strip()).replaceFirst("");
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(format.parseBest(plain, ZonedDateTime::from, LocalDateTime::from))
                        .map(time -> time instanceof ZonedDateTime zoned
                                ? zoned.toInstant()
                                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException other) {
                // The next form.
            }
        }
        return Optional.empty();
    }
}
