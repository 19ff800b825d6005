package io.github.pgtwo.verify.modules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Arrows point one way: codec, spi, then transports, logins and the client, which do not know each other. */
class ArrowsTest {
    private final JavaClasses published =
            new ClassFileImporter().importPackagesOf(Project.PUBLISHED.values().toArray(Class<?>[]::new));

    @Test
    void modulesKnowOnlyWhatIsBelowThem() {
        assertThat(published).hasSizeGreaterThan(100);
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("codec")
                .definedBy("io.github.pgtwo.codec..")
                .layer("spi")
                .definedBy("io.github.pgtwo.spi..")
                .layer("tcp")
                .definedBy("io.github.pgtwo.transport.tcp..")
                .layer("unix")
                .definedBy("io.github.pgtwo.transport.unix..")
                .layer("auth")
                .definedBy("io.github.pgtwo.auth..")
                .layer("client")
                .definedBy("io.github.pgtwo.client..")
                .layer("testkit")
                .definedBy("io.github.pgtwo.testkit..")
                .whereLayer("codec")
                .mayNotAccessAnyLayer()
                .whereLayer("spi")
                .mayOnlyAccessLayers("codec")
                .whereLayer("tcp")
                .mayOnlyAccessLayers("spi")
                .whereLayer("unix")
                .mayOnlyAccessLayers("spi")
                .whereLayer("auth")
                .mayOnlyAccessLayers("spi", "codec")
                .whereLayer("client")
                .mayOnlyAccessLayers("spi", "codec")
                .whereLayer("testkit")
                .mayOnlyAccessLayers("spi", "codec")
                .check(published);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("io.github.pgtwo.(**)").should().beFreeOfCycles().check(published);
    }

    @Test
    void guiceStaysInItsPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..guice..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google..", "jakarta..")
                .check(published);
        noClasses()
                .that()
                .resideOutsideOfPackage("..guice..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.pgtwo..guice..")
                .check(published);
    }
}
