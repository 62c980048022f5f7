package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a pattern may cost in the modules that see page text. A pattern there is a constant, so that it can be found; it
 * repeats no group without end, which takes the stack; and it looks at each character a few times however many there are,
 * which is counted, not timed.
 */
@DisplayName("a pattern that sees page text")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinearPatternsTest {
    private static final List<String> MODULES = List.of("archive", "ingest", "enrich", "sink", "publish");

    /** A regular expression with a quantifier, in a call that compiles it each time. */
    private static final Pattern INLINE =
            Pattern.compile("\\.(?:replaceAll|replaceFirst|split|matches)\\(\\s*\"(?:[^\"\\\\]|\\\\.)*(?:[+*]|,\\})");

    /** They cut up words of their own. */
    private static final Set<String> OWN_WORDS = Set.of("SpacedTokenizer.java", "Sentences.java");

    private static final Pattern ENDLESS_GROUP = Pattern.compile("(?<!\\\\)\\)(?:[*+]|\\{\\d+,\\})");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final int SHORT = 1_000;
    private static final int TIMES = 4;
    /** A little more than the times by which the text is longer; squared it would be sixteen. */
    private static final double LINEAR = 7;

    private static final List<String> PARTS = List.of(
            " ", "a", "A", "1", ".", ",", "-", "/", ":", "|", "[", "<", "&", "@", "'", "…", "é", "\n", "=", "1.", "1 ",
            "\u0301", "a\u0301", "a ", "a.", "A. ", " a", "Ada ", ", ", " - ", "a@a.", "may ", "…more", ".\"");

    /** A pattern and the field that holds it. */
    record Constant(String field, Pattern pattern) {
        @Override
        public String toString() {
            return field;
        }
    }

    static List<Constant> constants() throws ReflectiveOperationException {
        List<Constant> constants = new ArrayList<>();
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(MODULES.stream().map("broadsheet."::concat).toList());
        for (JavaClass each : classes) {
            for (JavaField field : each.getFields()) {
                if (field.getRawType().isEquivalentTo(Pattern.class)
                        && field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)) {
                    var reflected = field.reflect();
                    reflected.setAccessible(true);
                    constants.add(new Constant(field.getFullName(), (Pattern) reflected.get(null)));
                }
            }
        }
        return constants;
    }

    @Test
    void isAConstant() throws IOException {
        List<String> inline = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(name -> name.toString().endsWith(".java")).toList()) {
                    Matcher found = INLINE.matcher(Files.readString(file));
                    while (!OWN_WORDS.contains(String.valueOf(file.getFileName())) && found.find()) {
                        inline.add(file.getFileName() + ": " + found.group());
                    }
                }
            }
        }
        assertThat(inline).isEmpty();
    }

    @Test
    void isFoundHere() throws ReflectiveOperationException {
        assertThat(constants()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void repeatsNoGroupWithoutEnd(Constant constant) {
        assertThat(ENDLESS_GROUP.matcher(constant.pattern().pattern()).find())
                .as(constant.pattern().pattern())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("constants")
    void looksAtEachCharacterAFewTimes(Constant constant) {
        for (String start : starts(constant.pattern())) {
            for (String part : parts(constant.pattern())) {
                long few = steps(constant.pattern(), start + filled(part, SHORT) + "\u0000");
                long many = steps(constant.pattern(), start + filled(part, SHORT * TIMES) + "\u0000");
                assertThat((double) many / Math.max(few, SHORT))
                        .as(
                                "%s on \"%s\" and \"%s\" again and again: %d steps, then %d",
                                constant, start, part, few, many)
                        .isLessThan(LINEAR);
            }
        }
    }

    /** What the pattern itself speaks of gets it furthest. */
    private static List<String> parts(Pattern pattern) {
        List<String> parts = new ArrayList<>(PARTS);
        words(pattern).forEach(word -> parts.add(word + " "));
        return parts;
    }

    private static List<String> starts(Pattern pattern) {
        List<String> starts = new ArrayList<>(List.of("", "A"));
        words(pattern).stream().limit(2).forEach(starts::add);
        return starts;
    }

    private static List<String> words(Pattern pattern) {
        return WORD.matcher(pattern.pattern().replaceAll("\\\\.", " "))
                .results()
                .map(found -> found.group())
                .distinct()
                .limit(6)
                .toList();
    }

    private static String filled(String part, int length) {
        return part.repeat(length / part.length());
    }

    /** How often the pattern looks at a character while all its matches are sought. */
    private static long steps(Pattern pattern, String text) {
        var counting = new Counting(text);
        Matcher matcher = pattern.matcher(counting);
        while (matcher.find()) {
            // Only the way there counts.
        }
        return counting.steps;
    }

    private static final class Counting implements CharSequence {
        private final String text;
        private long steps;

        Counting(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
