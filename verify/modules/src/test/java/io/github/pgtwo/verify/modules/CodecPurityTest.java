package io.github.pgtwo.verify.modules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** The codec computes: no input or output, no threads, no clock, no logging, nothing beside java.base. */
class CodecPurityTest {
    private static final ArchRule PURE_PACKAGES = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.github.pgtwo.codec..",
                    "java.lang",
                    "java.lang.annotation",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.nio",
                    "java.nio.charset",
                    "java.util",
                    "java.util.function",
                    "java.util.stream"));

    private static final ArchRule NO_THREADS_OR_CLOCKS = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private final JavaClasses codec = new ClassFileImporter().importPackagesOf(Bytes.class);

    @Test
    void theCodecUsesPurePackagesOnly() {
        assertThat(codec).hasSizeGreaterThan(40);
        PURE_PACKAGES.check(codec);
        NO_THREADS_OR_CLOCKS.check(codec);
    }

    @Test
    void theRulesCanFail() {
        JavaClasses impure = new ClassFileImporter().importClasses(Impure.class);
        assertThat(PURE_PACKAGES.evaluate(impure).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("java.net.Socket"))
                .anyMatch(detail -> detail.contains("java.io.InputStream"));
        assertThat(NO_THREADS_OR_CLOCKS.evaluate(impure).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("nanoTime"))
                .anyMatch(detail -> detail.contains("java.lang.Thread"));
    }

    /** Everything that the codec must not do. */
    static final class Impure {
        static long read(Socket socket) throws IOException {
            InputStream in = socket.getInputStream();
            Thread.currentThread().interrupt();
            return in.read() + System.nanoTime();
        }
    }

    @Test
    void jdepsSeesNothingButJavaBase() {
        assertThat(jdeps(Bytes.class)).containsOnlyOnce(" -> ").contains(" -> java.base");
    }

    @Test
    void jdepsWouldSeeMore() {
        assertThat(jdeps(TcpTransport.class)).contains(" -> org.slf4j");
    }

    private static String jdeps(Class<?> type) {
        StringWriter out = new StringWriter();
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "--multi-release",
                        "17",
                        "--module-path",
                        System.getProperty("java.class.path"),
                        "-s",
                        Project.built(type).toString());
        return out.toString();
    }
}
