package io.github.pgtwo.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.testkit.Check;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A correct transport passes, and each defect makes the checks fail that are meant for it, and no other. */
class TransportContractTest {
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    @TestFactory
    Stream<DynamicTest> aCorrectTransportPasses() {
        MemoryTransport server = new MemoryTransport();
        return new TransportContract(server, server)
                .checks().stream().map(check -> DynamicTest.dynamicTest(check.name(), check::run));
    }

    @Test
    void namesAreUnique() {
        MemoryTransport server = new MemoryTransport();
        List<Check> checks = new TransportContract(server, server).checks();
        assertThat(checks).extracting(Check::name).doesNotHaveDuplicates().hasSize(26);
    }

    @Test
    void theNumberOfConnectionsCanBeSet() {
        MemoryTransport server = new MemoryTransport();
        TransportContract contract = new TransportContract(server, server);
        assertThat(contract.withConnections(7).checks())
                .extracting(Check::name)
                .contains("7 connections leave no descriptor behind");
        assertThatThrownBy(() -> contract.withConnections(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @TestFactory
    Stream<DynamicTest> eachDefectFailsItsChecks() {
        return Stream.of(
                stream(
                        BrokenStreams.ClearsTheHighBit::new,
                        "both ways unchanged",
                        "large",
                        "never waits for a peer",
                        "a write sends",
                        "peer notices"),
                stream(BrokenStreams.LosesTheLastByteOfLargeWrites::new, "a large transfer"),
                stream(BrokenStreams.WaitsForAFullArray::new, "a read takes what is there"),
                stream(BrokenStreams.ReadsBesideTheRegion::new, "a read stores within"),
                stream(BrokenStreams.WritesFromTheStart::new, "a write sends its region"),
                stream(BrokenStreams.ReturnsZeroOnTimeout::new, "timeout is an exception", "under a millisecond"),
                stream(BrokenStreams.LosesAByteAfterATimeout::new, "timeout is an exception and loses nothing"),
                stream(BrokenStreams.CountsTimeoutsInMilliseconds::new, "under a millisecond"),
                stream(BrokenStreams.IgnoresATimeoutOfZero::new, "timeout of zero"),
                stream(BrokenStreams.TellsTheEndOnce::new, "the end of the stream is -1"),
                stream(BrokenStreams.HangsWhenReadingAfterAnAbort::new, "a read from a peer that broke off"),
                stream(BrokenStreams.BlamesItselfForAnAbort::new, "a write to a peer that broke off"),
                stream(BrokenStreams.LetsAReadSleepOnClose::new, "close() wakes a read"),
                stream(BrokenStreams.LetsAWriteSleepOnClose::new, "close() wakes a write"),
                stream(BrokenStreams.EndsAfterClose::new, "after close() are refused"),
                stream(BrokenStreams.ClosesOnce::new, "a second close()"),
                stream(
                        BrokenStreams.ClosesSilently::new,
                        "close() wakes a write",
                        "ends with what its arrival throws",
                        "the peer notices close()"),
                server(new BrokenServers.SupportsEverything(), "supports()"),
                server(new BrokenServers.NamesNobody(), "a refused connection"),
                server(new BrokenServers.WaitsForEverToConnect(), "is not answered"),
                server(new BrokenServers.Leaks(false), "500 connections"),
                server(new BrokenServers.Leaks(true), "100 refused connections"));
    }

    @TestFactory
    Stream<DynamicTest> eachDefectOfAWriteThatReadsMeanwhileFailsItsChecks() {
        return Stream.of(
                stream(
                        BrokenWrites.NeverReadsMeanwhile::new,
                        "never waits for a peer",
                        "tells what has arrived",
                        "tells again",
                        "ends with what its arrival throws"),
                stream(BrokenWrites.LooksOnlyInTheBeginning::new, "never waits for a peer", "tells again"),
                stream(BrokenWrites.TellsOnce::new, "never waits for a peer", "tells again"),
                stream(BrokenWrites.WrapsFailures::new, "ends with what its arrival throws"),
                stream(BrokenWrites.WritesOnInSpiteOfFailures::new, "ends with what its arrival throws"),
                stream(BrokenWrites.SleepsOnClose::new, "reads meanwhile wakes at close()"));
    }

    private static DynamicTest stream(BiFunction<MemoryPipe, MemoryPipe, MemoryStream> broken, String... expected) {
        MemoryTransport server = new MemoryTransport() {
            @Override
            ByteStream stream(MemoryPipe in, MemoryPipe out) {
                return broken.apply(in, out);
            }
        };
        MemoryPipe none = new MemoryPipe();
        String name = broken.apply(none, none).getClass().getSimpleName();
        return DynamicTest.dynamicTest(name, () -> expectFailures(server, expected));
    }

    private static DynamicTest server(MemoryTransport broken, String... expected) {
        String name = broken.getClass().getSimpleName() + " " + Arrays.toString(expected);
        return DynamicTest.dynamicTest(name, () -> expectFailures(broken, expected));
    }

    private static void expectFailures(MemoryTransport server, String... expected) throws IOException {
        Set<String> failed = new TreeSet<>();
        List<Check> checks = new TransportContract(server, server, PATIENCE).checks();
        checks.stream().filter(check -> fails(check)).forEach(check -> failed.add(check.name()));
        Set<String> meant = new TreeSet<>();
        for (String part : expected) {
            checks.stream().map(Check::name).filter(name -> name.contains(part)).forEach(meant::add);
        }
        assertThat(meant).hasSameSizeAs(expected);
        assertThat(failed).isEqualTo(meant);
        if (server instanceof BrokenServers.Leaks leaks) {
            leaks.release();
        }
    }

    private static boolean fails(Check check) {
        try {
            check.run();
            return false;
        } catch (AssertionError e) {
            assertThat(e).hasMessageStartingWith(check.name() + ": ");
            return true;
        }
    }
}
