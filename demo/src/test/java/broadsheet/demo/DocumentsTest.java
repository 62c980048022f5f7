package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.Reason;
import broadsheet.model.Facts;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

@DisplayName("the documents")
class DocumentsTest {

    /** The tests of a module run in its folder. */
    private static final Path ROOT = Path.of("..");

    @Nested
    @DisplayName("the contract")
    class OfTheContract {

        private final String text = read("docs/contract.md");

        @Test
        void namesEveryTopic() {
            assertThat(Topics.withPrefix("news").all()).extracting(Topic::name).allMatch(this::isNamed);
        }

        @Test
        void namesEveryReasonAndKindOfOutcome() {
            assertThat(Reason.values()).extracting(Reason::name).allMatch(this::isNamed);
            assertThat(Outcome.Kind.values()).extracting(Outcome.Kind::name).allMatch(this::isNamed);
        }

        @Test
        void namesEveryHeader() {
            assertThat(List.of(
                            Facts.URL,
                            Facts.CONTENT_TYPE,
                            Facts.FETCHED_AT,
                            Facts.SOURCE,
                            Facts.FEED_TITLE,
                            Facts.FEED_PUBLISHED,
                            Facts.HTTP_STATUS,
                            Facts.CE_SPECVERSION,
                            Facts.CE_ID,
                            Facts.CE_TYPE,
                            Facts.CE_SOURCE,
                            Facts.CE_SUBJECT,
                            Facts.CE_TIME,
                            Facts.REDRIVEN,
                            Outcome.SOURCE,
                            Outcome.LANGUAGE,
                            Origin.HEADER))
                    .allMatch(this::isNamed);
        }

        private boolean isNamed(String word) {
            return text.contains("`" + word + "`");
        }
    }

    @Nested
    @DisplayName("the list of dependencies")
    class OfDependencies {

        @Test
        void hasEveryDependencyAndPluginOfTheBuild() throws Exception {
            String text = read("docs/dependencies.md");
            assertThat(artifacts())
                    .hasSizeGreaterThan(20)
                    .allMatch(name -> Pattern.compile("(^|[\\s,|-])" + Pattern.quote(shortName(name)) + "[\\s,]")
                            .matcher(text)
                            .find());
        }

        /** The list puts families on one line: {@code maven-compiler, -resources}. */
        private static String shortName(String artifact) {
            return artifact.replaceFirst("^maven-(.*)-plugin$", "$1")
                    .replaceFirst("-maven-plugin$", "")
                    .replaceFirst("^jackson-datatype-", "datatype-");
        }

        private static Set<String> artifacts() throws Exception {
            Set<String> names = new TreeSet<>();
            try (Stream<Path> modules = Files.list(ROOT)) {
                for (Path pom : modules.map(module -> module.resolve("pom.xml"))
                        .filter(Files::isRegularFile)
                        .toList()) {
                    collect(pom, names);
                }
            }
            collect(ROOT.resolve("pom.xml"), names);
            return names;
        }

        private static void collect(Path pom, Set<String> names) throws Exception {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
            for (String tag : List.of("dependency", "plugin", "path")) {
                NodeList elements = document.getElementsByTagName(tag);
                for (int i = 0; i < elements.getLength(); i++) {
                    Node name = ((Element) elements.item(i))
                            .getElementsByTagName("artifactId")
                            .item(0);
                    if (name != null && isForeign(name.getTextContent())) {
                        names.add(name.getTextContent());
                    }
                }
            }
        }

        private static boolean isForeign(String artifact) {
            return Arrays.stream(new String[] {"broadsheet", "jackson-bom", "junit-bom", "micrometer-bom"})
                    .noneMatch(artifact::startsWith);
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(ROOT.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(name, e);
        }
    }
}
