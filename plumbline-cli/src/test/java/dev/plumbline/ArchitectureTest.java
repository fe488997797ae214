package dev.plumbline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house is built as the design draws it: arrows point only downwards. */
class ArchitectureTest {
    private static final String TORCH = "dev.plumbline.torch..";
    private static final String FORMATS = "dev.plumbline.formats..";
    private static final String DJL = "dev.plumbline.djl..";
    private static final String TUNE = "dev.plumbline.tune..";
    private static final String CLI = "dev.plumbline.cli..";
    private static final String[] EVERYWHERE = {"java..", "org.jspecify.."};

    /** The rooms of core, lowest first: each may use those before it. */
    private static final List<String> ROOMS = List.of(
            "experiment",
            "data",
            "network",
            "lab",
            "finding",
            "intervention",
            "evaluate",
            "live",
            "start",
            "compare",
            "debug",
            "improve",
            "guide",
            "report");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.plumbline");

    private static final DescribedPredicate<JavaClass> CORE = resideInAPackage("dev.plumbline..")
            .and(DescribedPredicate.not(resideInAnyPackage(TORCH, FORMATS, DJL, TUNE, CLI)))
            .as("core");

    private static void holds(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static void uses(
            DescribedPredicate<JavaClass> user, DescribedPredicate<JavaClass> rooms, String... libraries) {
        String[] packages = Stream.of(EVERYWHERE, libraries).flatMap(Stream::of).toArray(String[]::new);
        holds(classes().that(user).should().onlyDependOnClassesThat(rooms.or(resideInAnyPackage(packages))));
    }

    @Test
    void allRoomsAreSeen() {
        assertThat(HOUSE).anyMatch(resideInAPackage(TORCH)).anyMatch(resideInAPackage(FORMATS));
        assertThat(HOUSE).anyMatch(resideInAPackage(DJL));
        assertThat(HOUSE).anyMatch(resideInAPackage(CLI)).anyMatch(CORE);
    }

    @Test
    void coreKnowsNoEngineNoFormatNoScreenAndNoDatabase() {
        uses(CORE, CORE, "com.fasterxml.jackson..", "org.yaml.snakeyaml..", "org.slf4j..");
        holds(noClasses()
                .that(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "java.net.http..", "java.rmi.."))
                .because("core opens no connection and no database"));
    }

    @Test
    void torchUsesCoreAndDjl() {
        // JNA comes with DJL; the JDK's own bean tells how much memory there is
        uses(
                resideInAPackage(TORCH),
                resideInAPackage(TORCH).or(CORE),
                "ai.djl..",
                "com.sun.jna..",
                "com.sun.management..",
                "org.slf4j..");
    }

    @Test
    void djlUsesCoreAndDjl() {
        uses(resideInAPackage(DJL), resideInAPackage(DJL).or(CORE), "ai.djl..");
    }

    @Test
    void formatsUsesCoreAndTheFormatsLibraries() {
        uses(
                resideInAPackage(FORMATS),
                resideInAPackage(FORMATS).or(CORE),
                "de.siegmar.fastcsv..",
                "com.fasterxml.jackson..",
                "io.jhdf..",
                "ai.onnx.proto..",
                "com.google.protobuf..",
                "org.slf4j..");
    }

    @Test
    void tuneUsesNothingOfTheHouse() {
        uses(resideInAPackage(TUNE), resideInAPackage(TUNE), "org.ejml..");
    }

    @Test
    void cliUsesTheHouseAndItsCommandLineLibrary() {
        uses(resideInAPackage(CLI), resideInAPackage("dev.plumbline.."), "picocli..", "org.jline..");
    }

    @Test
    void eachRoomOfCoreUsesOnlyThoseBelowIt() {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            String[] above = ROOMS.subList(i + 1, ROOMS.size()).stream()
                    .map(ArchitectureTest::packages)
                    .toArray(String[]::new);
            holds(noClasses()
                    .that(resideInAPackage(packages(ROOMS.get(i))))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(above)));
        }
    }

    @Test
    void everyRoomOfCoreHasItsPlaceInTheOrder() {
        TreeSet<String> rooms = new TreeSet<>();
        for (JavaClass used : HOUSE.that(CORE)) {
            String rest = used.getPackageName().substring("dev.plumbline".length());
            if (!rest.isEmpty()) {
                rooms.add(rest.substring(1).replaceFirst("\\..*", ""));
            }
        }
        assertThat(rooms).containsExactlyInAnyOrderElementsOf(ROOMS);
    }

    @Test
    void roomsAreFreeOfCycles() {
        holds(slices().matching("dev.plumbline.(*)..").should().beFreeOfCycles());
    }

    @Test
    void noStaticFieldChanges() {
        holds(fields().that().areStatic().should().beFinal());
    }

    @Test
    void namesSayWhatAThingIs() {
        holds(noClasses().should().haveSimpleNameEndingWith("Manager"));
        holds(noClasses().should().haveSimpleNameEndingWith("Helper"));
        holds(noClasses().should().haveNameMatching(".*Utils?"));
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass used : HOUSE) {
            JavaPackage in = used.getPackage();
            if (!in.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(in.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void onlyTheCommandPrintsAndExits() {
        holds(noClasses().that(DescribedPredicate.not(resideInAPackage(CLI))).should(ACCESS_STANDARD_STREAMS));
        holds(noClasses()
                .that(DescribedPredicate.not(resideInAPackage(CLI)))
                .should()
                .callMethod(System.class, "exit", int.class));
    }

    private static String packages(String room) {
        return "dev.plumbline." + room + "..";
    }
}
