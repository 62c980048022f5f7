package broadsheet.ingest.metadata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that a file lists under headings in brackets: those of a line apart by semicolons, {@code #} begins a comment.
 */
final class WordLists {
    private final String file;
    private final Map<String, Set<String>> lists;

    private WordLists(String file, Map<String, Set<String>> lists) {
        this.file = file;
        this.lists = lists;
    }

    /** The lists of a file beside this class. */
    static WordLists read(String file) {
        Map<String, Set<String>> lists = new HashMap<>();
        Set<String> list = new LinkedHashSet<>();
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                list = lists.computeIfAbsent(line.substring(1, line.length() - 1), none -> new LinkedHashSet<>());
            } else {
                for (String word : line.split(";", 0)) {
                    if (!word.isBlank()) {
                        list.add(word.strip());
                    }
                }
            }
        }
        return new WordLists(file, lists);
    }

    /** The words under a heading. */
    Set<String> under(String heading) {
        Set<String> words = lists.get(heading);
        if (words == null) {
            throw new IllegalStateException("no [" + heading + "] in " + file);
        }
        return Set.copyOf(words);
    }

    /** The lines of a file beside this class that are not empty and no comment. */
    static List<String> lines(String file) {
        try (InputStream in = WordLists.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + file);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
