package dev.stempel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import dev.stempel.engine.Meter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Set<String> READS_THE_TIME = Set.of("now", "currentTimeMillis", "nanoTime", "instant");

    private final JavaClasses stempel = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.stempel");

    @Test
    void noPublicSignatureNamesATypeOfTheEngine() {
        var leaks = new ArrayList<String>();
        for (var type : stempel) {
            if (isPublic(type)) {
                type.getCodeUnits().stream()
                        .filter(unit -> isVisible(unit) && namesTheEngine(unit))
                        .forEach(unit -> leaks.add(unit.getFullName()));
                type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(field -> isOfTheEngine(field.getRawType()))
                        .forEach(field -> leaks.add(field.getFullName()));
                type.getRawSuperclass()
                        .filter(ArchitectureTest::isOfTheEngine)
                        .ifPresent(up -> leaks.add(type.getName()));
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void onlyTheEnginePackageKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.stempel.engine")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2.."))
                .check(stempel);
    }

    /** The drivers of databases among what is left out: they are the embedding application's. */
    @Test
    void theLibraryNeedsTheEngineJacksonALoggerAndNothingElse() {
        noClasses()
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(
                        "java..",
                        "javax.sql..",
                        "dev.stempel..",
                        "org.drools..",
                        "org.kie..",
                        "org.mvel2..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.slf4j..",
                        "org.jspecify.."))
                .check(stempel);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("dev.stempel.(*)..").should().beFreeOfCycles().check(stempel);
    }

    @Test
    void dependenciesPointFromTheProgrammeDownToTheFacts() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.stempel..")
                .layer("programme")
                .definedBy("dev.stempel")
                .optionalLayer("cases")
                .definedBy("dev.stempel.cases")
                .layer("json")
                .definedBy("dev.stempel.json")
                .layer("measures")
                .definedBy("dev.stempel.measure")
                .layer("books")
                .definedBy("dev.stempel.books")
                .layer("missing")
                .definedBy("dev.stempel.missing")
                .layer("settling")
                .definedBy("dev.stempel.settle")
                .layer("checking")
                .definedBy("dev.stempel.check", "dev.stempel.drl", "dev.stempel.table")
                .layer("engine")
                .definedBy("dev.stempel.engine")
                .layer("ledger")
                .definedBy("dev.stempel.ledger")
                .layer("databases")
                .definedBy("dev.stempel.ledger.jdbc")
                .layer("language")
                .definedBy("dev.stempel.rule", "dev.stempel.offer")
                .layer("account")
                .definedBy("dev.stempel.account")
                .layer("facts")
                .definedBy("dev.stempel.event", "dev.stempel.reward", "dev.stempel.policy", "dev.stempel.problem")
                .whereLayer("measures")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("books")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("programme")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cases")
                .mayOnlyBeAccessedByLayers("programme")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("programme", "cases", "books", "databases")
                .whereLayer("missing")
                .mayOnlyBeAccessedByLayers("programme")
                .whereLayer("settling")
                .mayOnlyBeAccessedByLayers("programme", "missing")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("programme", "missing", "settling")
                .whereLayer("checking")
                .mayOnlyBeAccessedByLayers("programme", "missing", "engine")
                .whereLayer("ledger")
                .mayOnlyBeAccessedByLayers("programme", "measures", "books", "databases")
                .whereLayer("databases")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("language")
                .mayOnlyBeAccessedByLayers("programme", "missing", "settling", "engine", "checking", "cases")
                .check(stempel);
    }

    @Test
    void onlyTheProgrammeReadsTheClockAndTheMeterAStopwatch() {
        var readers = stempel.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(ArchitectureTest::readsTheTime)
                .map(access -> access.getOriginOwner().getName())
                .distinct();
        assertThat(readers).containsExactlyInAnyOrder(Programme.class.getName(), Meter.class.getName());
    }

    private static boolean readsTheTime(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        boolean ofTime = owner.getPackageName().equals("java.time") || owner.isEquivalentTo(System.class);
        boolean isInstantOfSomething = access.getName().equals("instant") && !owner.isEquivalentTo(Clock.class);
        return ofTime && READS_THE_TIME.contains(access.getName()) && !isInstantOfSomething;
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isVisible(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean namesTheEngine(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                .anyMatch(ArchitectureTest::isOfTheEngine);
    }

    private static boolean isOfTheEngine(JavaClass type) {
        return type.getPackageName().startsWith("org.drools")
                || type.getPackageName().startsWith("org.kie");
    }
}
