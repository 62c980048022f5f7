package broadsheet.runtime.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process was told: the command line over the environment over the file over the default.
 *
 * <p>Names are words with hyphens ({@code bootstrap-servers}); in the environment {@code BROADSHEET_BOOTSTRAP_SERVERS}.
 * Any Kafka property passes through under {@code kafka.} ({@code kafka.security.protocol}, in the environment
 * {@code BROADSHEET_KAFKA_SECURITY_PROTOCOL}). Readers ask for what they know, one after the other; {@link #finish()}
 * then reports all that was wrong or unknown at once.
 *
 * <pre>{@code
 * var settings = Settings.of(commandLine, System.getenv(), Optional.of(Path.of("broadsheet.properties")));
 * int threads = settings.integer("threads", 1, 1, 64);
 * settings.finish();
 * }</pre>
 *
 * <p>Not thread-safe: settings are read once, at start.
 */
public final class Settings {

    private static final String KAFKA = "kafka.";
    private static final Pattern DURATION = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KiB|MiB|GiB)?");

    private final Map<String, String> values;
    private final Set<String> mustBeKnown;
    private final Set<String> asked = new HashSet<>();
    private final List<String> mistakes;

    private Settings(SettingSources said) {
        values = said.values();
        mustBeKnown = said.mustBeKnown();
        mistakes = new ArrayList<>(said.mistakes());
    }

    /**
     * Puts the three sources together.
     *
     * @param commandLine names and values as given there
     * @param environment the process's environment; what does not start with {@code BROADSHEET_} is passed over, and an
     *     unknown name there is no mistake, since other tools may use the prefix
     * @param file a properties file; a mistake if it cannot be read
     */
    public static Settings of(Map<String, String> commandLine, Map<String, String> environment, Optional<Path> file) {
        return of(commandLine, environment, file, Map.of());
    }

    /** As above, with other defaults for some settings. */
    public static Settings of(
            Map<String, String> commandLine,
            Map<String, String> environment,
            Optional<Path> file,
            Map<String, String> usual) {
        return new Settings(SettingSources.of(commandLine, environment, file, usual));
    }

    /** A text that is not blank. */
    public String text(String name, String fallback) {
        return find(name).orElse(fallback);
    }

    /** A whole number from {@code min} to {@code max}. */
    public int integer(String name, int fallback, int min, int max) {
        return find(name).map(text -> number(name, text, fallback, min, max)).orElse(fallback);
    }

    private int number(String name, String text, int fallback, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with the range.
        }
        mistakes.add(name + ": not a whole number from " + min + " to " + max + ": " + text);
        return fallback;
    }

    /** A length of time, written {@code 250ms}, {@code 30s}, {@code 5m}, {@code 12h} or {@code 7d}. */
    public Duration duration(String name, Duration fallback) {
        return find(name)
                .flatMap(text -> {
                    Matcher matcher = DURATION.matcher(text);
                    if (matcher.matches()) {
                        return Optional.of(unit(Long.parseLong(matcher.group(1)), matcher.group(2)));
                    }
                    mistakes.add(name + ": not a duration such as 250ms, 30s, 5m, 12h or 7d: " + text);
                    return Optional.empty();
                })
                .orElse(fallback);
    }

    private static Duration unit(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** A number of bytes up to 1 GiB, written {@code 500}, {@code 64KiB}, {@code 10MiB} or {@code 1GiB}. */
    public int bytes(String name, int fallback) {
        return find(name)
                .flatMap(text -> {
                    Matcher matcher = SIZE.matcher(text);
                    long bytes = matcher.matches() ? scale(matcher) : -1;
                    if (bytes > 0 && bytes <= 1L << 30) {
                        return Optional.of((int) bytes);
                    }
                    mistakes.add(name + ": not a size from 1 byte to 1GiB such as 64KiB or 10MiB: " + text);
                    return Optional.empty();
                })
                .orElse(fallback);
    }

    private static long scale(Matcher matcher) {
        int shift = Optional.ofNullable(matcher.group(2))
                .map(unit -> switch (unit) {
                    case "KiB" -> 10;
                    case "MiB" -> 20;
                    case "GiB" -> 30;
                    default -> 0;
                })
                .orElse(0);
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << shift);
    }

    /** The properties under {@code kafka.}, without that prefix. */
    public Map<String, String> kafka() {
        Map<String, String> properties = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                properties.put(name.substring(KAFKA.length()), value);
            }
        });
        return properties;
    }

    /** Adds a mistake that only the reader of a setting can see. */
    public void mistake(String name, String what) {
        mistakes.add(name + ": " + what);
    }

    /** Passes over what begins so: settings of a command that is not part of every installation. */
    public void leave(String prefix) {
        mustBeKnown.stream().filter(name -> name.startsWith(prefix)).forEach(asked::add);
    }

    /**
     * Ends the reading.
     *
     * @throws SettingsException if anything was wrong, or given and not known
     */
    public void finish() {
        List<String> all = new ArrayList<>(mistakes);
        mustBeKnown.stream()
                .filter(name -> !name.startsWith(KAFKA) && !asked.contains(name))
                .sorted()
                .forEach(name -> all.add(name + ": no such setting"));
        if (!all.isEmpty()) {
            throw new SettingsException(all);
        }
    }

    private Optional<String> find(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> {
            if (text.isEmpty()) {
                mistakes.add(name + ": is empty");
            }
            return !text.isEmpty();
        });
    }
}
