package broadsheet.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
                        "broadsheet.app..",
                        "org.apache.kafka.streams..")
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
