package broadsheet.demo;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the architecture")
class ArchitectureTest {

    private static final JavaClasses BROADSHEET = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("broadsheet");

    @Test
    void letsTheModelKnowNobody() {
        noClasses()
                .that()
                .resideInAPackage("broadsheet.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "broadsheet.archive..",
                        "broadsheet.runtime..",
                        "broadsheet.fetch..",
                        "broadsheet.publish..",
                        "broadsheet.ingest..",
                        "broadsheet.enrich..",
                        "broadsheet.sink..",
                        "broadsheet.ledger..",
                        "broadsheet.redrive..",
                        "broadsheet.explain..",
                        "broadsheet.cli..",
                        "broadsheet.stories..",
                        "broadsheet.export..",
                        "broadsheet.console..",
                        "broadsheet.demo..",
                        "org.apache.kafka.streams..")
                .check(BROADSHEET);
    }

    @Test
    void letsEachRoomKnowOnlyWhatItStandsOn() {
        knowNothingOf(
                "ledger", "fetch", "publish", "ingest", "enrich", "sink", "redrive", "explain", "cli", "stories",
                "export", "console", "demo");
        knowNothingOf("redrive", "fetch", "publish", "sink", "explain", "cli", "stories", "export", "console", "demo");
        knowNothingOf(
                "explain", "fetch", "publish", "enrich", "ledger", "redrive", "cli", "stories", "export", "console",
                "demo");
        knowNothingOf("cli", "stories", "export", "console", "demo");
        for (String behind : new String[] {"export", "console"}) {
            knowNothingOf(
                    behind, "fetch", "publish", "ingest", "enrich", "sink", "ledger", "redrive", "explain", "demo");
        }
        knowNothingOf("export", "stories", "console");
        // Of enrich the stories know how to tell a language, and nothing of the other stations.
        knowNothingOf(
                "stories", "fetch", "publish", "ingest", "sink", "ledger", "redrive", "explain", "export", "console",
                "demo");
        // Questions and answers know no topics, and pages no index but what it found.
        knowNothingOf("console.query", "console.index", "console.page", "console.feed", "export", "runtime");
        knowNothingOf("console.index", "console.page", "console.feed");
        // What both ends of the raw topic stand on.
        knowNothingOf("archive", "model", "runtime", "fetch", "publish", "ingest", "enrich", "sink");
        knowNothingOf("archive", "ledger", "redrive", "explain", "cli", "stories", "export", "console", "demo");
        // Of the other stations fetch knows ingest alone, whose reader of feeds it shares.
        knowNothingOf(
                "fetch", "publish", "enrich", "sink", "ledger", "redrive", "explain", "cli", "stories", "export",
                "console", "demo");
        for (String station : new String[] {"runtime", "publish", "ingest", "enrich", "sink"}) {
            knowNothingOf(station, "fetch");
            knowNothingOf(station, "ledger", "redrive", "explain", "cli", "stories", "export", "console", "demo");
        }
    }

    private static void knowNothingOf(String room, String... others) {
        noClasses()
                .that()
                .resideInAPackage("broadsheet." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(others)
                        .map(other -> "broadsheet." + other + "..")
                        .toArray(String[]::new))
                .check(BROADSHEET);
    }

    /** What runs a stage is to be small: a broker comes with the demo alone. */
    @Test
    void letsOnlyTheDemoBringABroker() {
        noClasses()
                .that()
                .resideOutsideOfPackage("broadsheet.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..")
                .check(BROADSHEET);
    }

    @Test
    void keepsStagesFromKnowingEachOther() {
        slices().matching("broadsheet.(ingest|enrich|sink|publish)..")
                .should()
                .notDependOnEachOther()
                .check(BROADSHEET);
    }

    /** The ideas of the sink, each of which stands on those before it; the topology stands on all. */
    @Test
    void letsThePackagesOfTheSinkStandOnEachOtherInOneOrder() {
        knowNothingOf("sink.copies", "sink.versions", "sink.memory", "sink.publication", "sink.takedowns");
        knowNothingOf("sink.versions", "sink.memory", "sink.publication", "sink.takedowns");
        knowNothingOf("sink.memory", "sink.publication", "sink.takedowns");
        knowNothingOf("sink.publication", "sink.takedowns");
        noClasses()
                .that()
                .resideInAPackage("broadsheet.sink.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("broadsheet.sink")
                .check(BROADSHEET);
    }

    /** What articles show, how alike two are, what follows from that: each stands on the one before, and none on Kafka. */
    @Test
    void keepsTheCoreOfTheStoriesPure() {
        knowNothingOf("stories.traits", "stories.likeness", "stories.forest", "enrich", "cli", "runtime");
        knowNothingOf("stories.likeness", "stories.forest", "enrich", "cli", "runtime");
        knowNothingOf("stories.forest", "enrich", "cli", "runtime");
        noClasses()
                .that()
                .resideInAPackage("broadsheet.stories.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("broadsheet.stories", "org.apache.kafka..")
                .check(BROADSHEET);
        pure("broadsheet.stories..").check(BROADSHEET);
    }

    /** What every process needs; only what runs a stage stands on all of it. */
    @Test
    void letsTheRoomsOfTheRuntimeStandOnEachOtherInOneOrder() {
        List<String> rooms = Stream.of("settings", "clients", "takedowns", "records", "health", "endpoint", "stage")
                .map(room -> "runtime." + room)
                .toList();
        for (int room = 0; room < rooms.size() - 1; room++) {
            knowNothingOf(rooms.get(room), rooms.subList(room + 1, rooms.size()).toArray(String[]::new));
        }
        classes()
                .that()
                .resideInAPackage("broadsheet.runtime..")
                .should()
                .resideInAPackage("broadsheet.runtime.*..")
                .check(BROADSHEET);
    }

    /** What is on a page is made of what was found; of a language's dictionary only its words are known outside. */
    @Test
    void keepsLuceneBehindTheIndexOfTheConsoleAndTheTokenizers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("broadsheet.console.index..", "broadsheet.enrich.tagging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..", "org.tartarus.snowball..")
                .check(BROADSHEET);
        noClasses()
                .that()
                .resideOutsideOfPackage("broadsheet.enrich.tagging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.hankcs..")
                .check(BROADSHEET);
    }

    @Test
    void letsOnlyRuntimeStartStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages("broadsheet.runtime.stage..")
                .should()
                .callConstructorWhere(target(owner(assignableTo(org.apache.kafka.streams.KafkaStreams.class))))
                .check(BROADSHEET);
    }

    /** Every way that the JDK has to ask for the time of day. */
    private static final DescribedPredicate<JavaCall<?>> ASKS_A_CLOCK = target(owner(assignableTo(System.class)))
            .and(target(name("currentTimeMillis")))
            .or(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
            .or(target(owner(assignableTo(java.time.Clock.class))).and(target(nameStartingWith("system"))))
            .as("asks a clock");

    private static ArchRule pure(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callMethodWhere(ASKS_A_CLOCK)
                .orShould()
                .callConstructor(java.util.Date.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class);
    }

    @Test
    void keepsClocksAndNetworkOutOfTheStages() {
        pure("broadsheet.ingest..", "broadsheet.enrich..", "broadsheet.sink..").check(BROADSHEET);
        noClasses()
                .that()
                .resideInAnyPackage("broadsheet.ingest..", "broadsheet.enrich..", "broadsheet.sink..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.jsoup.helper..")
                .check(BROADSHEET);
    }

    /** Only what carries requests out has a clock and a network; when to ask, and what an answer means, is pure. */
    @Test
    void keepsClocksAndNetworkOutOfThePlansOfFetch() {
        String[] plans = {
            "broadsheet.fetch.plan..",
            "broadsheet.fetch.feed..",
            "broadsheet.fetch.sitemap..",
            "broadsheet.fetch.robots..",
            "broadsheet.fetch.lists.."
        };
        pure(plans).check(BROADSHEET);
        pure("broadsheet.console.query..", "broadsheet.console.page..", "broadsheet.console.feed..")
                .check(BROADSHEET);
        noClasses()
                .that()
                .resideInAnyPackage(plans)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.apache.hc..", "org.apache.kafka..")
                .check(BROADSHEET);
    }

    @Test
    void declaresNullnessEverywhere() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                .check(BROADSHEET);
    }
}
