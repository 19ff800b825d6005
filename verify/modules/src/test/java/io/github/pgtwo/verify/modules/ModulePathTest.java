package io.github.pgtwo.verify.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The published jars as modules. */
class ModulePathTest {
    private static final Set<String> MODULES = Set.of(
            "io.github.pgtwo.codec",
            "io.github.pgtwo.spi",
            "io.github.pgtwo.transport.tcp",
            "io.github.pgtwo.transport.unix",
            "io.github.pgtwo.auth",
            "io.github.pgtwo.client",
            "io.github.pgtwo.testkit");

    @Test
    void eachJarIsAModuleOfItsOwnName() {
        assertThat(ModuleFinder.of(published()).findAll())
                .extracting(module -> module.descriptor().name())
                .containsExactlyInAnyOrderElementsOf(MODULES);
        assertThat(ModuleFinder.of(published()).findAll())
                .noneMatch(module -> module.descriptor().isAutomatic());
    }

    private static Path[] published() {
        return Project.PUBLISHED.values().stream().map(Project::built).toArray(Path[]::new);
    }

    @Test
    void theyResolveWithoutGuiceNativeCodeAndBouncyCastle() throws Exception {
        Path[] few = Stream.concat(Arrays.stream(published()), Stream.of(Project.built(Logger.class)))
                .toArray(Path[]::new);
        Configuration resolved =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(few), ModuleFinder.of(), MODULES);
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());
        ClassLoader loader = layer.findLoader("io.github.pgtwo.client");
        Class<?> client = loader.loadClass("io.github.pgtwo.client.PgClient");
        assertThat(client.getModule().getName()).isEqualTo("io.github.pgtwo.client");
        Object builder = client.getMethod("builder").invoke(null);
        assertThat(builder.getClass().getModule()).isSameAs(client.getModule());
    }

    /** The class path finds plug-ins by files, the module path by descriptors. */
    @Test
    void bothPathsOfferTheSameServices() throws IOException {
        TreeSet<String> byDescriptor = new TreeSet<>();
        TreeSet<String> byFile = new TreeSet<>();
        for (var module : ModuleFinder.of(published()).findAll()) {
            for (ModuleDescriptor.Provides provides : module.descriptor().provides()) {
                provides.providers().forEach(provider -> byDescriptor.add(provides.service() + " " + provider));
            }
        }
        for (String service : List.of(
                "io.github.pgtwo.spi.Transport",
                "io.github.pgtwo.spi.AuthProvider",
                "io.github.pgtwo.spi.StreamSecurityFactory")) {
            for (URL file :
                    Collections.list(getClass().getClassLoader().getResources("META-INF/services/" + service))) {
                byFile.addAll(lines(file).stream()
                        .map(provider -> service + " " + provider)
                        .collect(Collectors.toSet()));
            }
        }
        assertThat(byFile).hasSizeGreaterThanOrEqualTo(5).isEqualTo(byDescriptor);
    }

    private static List<String> lines(URL file) throws IOException {
        try (var in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("io.github.pgtwo."))
                    .toList();
        }
    }
}
