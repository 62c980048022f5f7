package broadsheet.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
                        "broadsheet.runtime..",
                        "broadsheet.publish..",
                        "broadsheet.ingest..",
                        "broadsheet.enrich..",
                        "broadsheet.sink..",
                        "broadsheet.ledger..",
                        "broadsheet.redrive..",
                        "broadsheet.explain..",
                        "broadsheet.cli..",
                        "broadsheet.demo..",
                        "org.apache.kafka.streams..")
                .check(BROADSHEET);
    }

    @Test
    void letsEachRoomKnowOnlyWhatItStandsOn() {
        knowNothingOf("ledger", "publish", "ingest", "enrich", "sink", "redrive", "explain", "cli", "demo");
        knowNothingOf("redrive", "publish", "sink", "explain", "cli", "demo");
        knowNothingOf("explain", "publish", "enrich", "ledger", "redrive", "cli", "demo");
        knowNothingOf("cli", "demo");
        for (String station : new String[] {"runtime", "publish", "ingest", "enrich", "sink"}) {
            knowNothingOf(station, "ledger", "redrive", "explain", "cli", "demo");
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

    @Test
    void letsOnlyRuntimeStartStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages("broadsheet.runtime..")
                .should()
                .callConstructor(
                        org.apache.kafka.streams.KafkaStreams.class,
                        org.apache.kafka.streams.Topology.class,
                        java.util.Properties.class)
                .check(BROADSHEET);
    }

    @Test
    void keepsClocksAndNetworkOutOfTheStages() {
        noClasses()
                .that()
                .resideInAnyPackage("broadsheet.ingest..", "broadsheet.enrich..", "broadsheet.sink..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.jsoup.helper..")
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
