package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the simple name of a class")
class SimpleNamesTest {

    private static final Path ROOT = Path.of("..");
    private static final String ENDING = ".java";

    /** Upper and lower case are one: nobody is to keep apart DateLine and Dateline. */
    @Test
    void standsForOneThingInTheWholeTree() throws IOException {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (Path file : mainSources()) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            byName.computeIfAbsent(name, first -> new ArrayList<>()).add(file);
        }
        assertThat(byName).as("main sources found").hasSizeGreaterThan(500);
        byName.values().removeIf(files -> files.size() == 1);
        assertThat(byName).isEmpty();
    }

    private static List<Path> mainSources() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path sources : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()) {
                try (Stream<Path> inModule = Files.walk(sources)) {
                    inModule.filter(file -> file.toString().endsWith(ENDING))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
