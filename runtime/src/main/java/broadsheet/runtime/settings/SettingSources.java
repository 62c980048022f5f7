package broadsheet.runtime.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was said in all the places where settings can be said, the stronger over the weaker.
 *
 * @param values by name
 * @param mustBeKnown names that were said where a wrong one is a mistake: not in the environment, whose prefix other tools
 *     may use
 * @param mistakes what could not be read
 */
record SettingSources(Map<String, String> values, Set<String> mustBeKnown, List<String> mistakes) {

    private static final String ENVIRONMENT = "BROADSHEET_";

    SettingSources {
        values = Map.copyOf(values);
        mustBeKnown = Set.copyOf(mustBeKnown);
        mistakes = List.copyOf(mistakes);
    }

    static SettingSources of(
            Map<String, String> commandLine,
            Map<String, String> environment,
            Optional<Path> file,
            Map<String, String> usual) {
        List<String> mistakes = new ArrayList<>();
        Map<String, String> fromFile = file.map(path -> read(path, mistakes)).orElse(Map.of());
        Map<String, String> values = new TreeMap<>(usual);
        values.putAll(fromFile);
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT)) {
                values.put(fromEnvironment(name.substring(ENVIRONMENT.length())), value);
            }
        });
        values.putAll(commandLine);
        Set<String> mustBeKnown = new HashSet<>(fromFile.keySet());
        mustBeKnown.addAll(commandLine.keySet());
        return new SettingSources(values, mustBeKnown, mistakes);
    }

    private static Map<String, String> read(Path path, List<String> mistakes) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add("config: cannot read " + path + " (" + e.getClass().getSimpleName() + ")");
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static String fromEnvironment(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("kafka_") ? lower.replace('_', '.') : lower.replace('_', '-');
    }
}
