package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.testkit.Check;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Proves a transport. With JUnit:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContract() {
 *     return new TransportContract(new MyTransport(), server)
 *             .checks().stream().map(check -> DynamicTest.dynamicTest(check.name(), check::run));
 * }
 * }</pre>
 *
 * <p>Without a test framework, call {@link Check#run} of each; it throws an AssertionError.
 *
 * <p>Immutable. The checks share the server, so they run one after the other, in any order.
 */
public final class TransportContract {
    private final Setup setup;

    /** Calls it a hang when something takes ten seconds. */
    public TransportContract(Transport transport, ContractServer server) {
        this(transport, server, Duration.ofSeconds(10));
    }

    /**
     * Sets the patience.
     *
     * @param patience how long something may take that should be done at once, before it counts as a hang; more
     *     than a second, or a slow machine fails
     */
    public TransportContract(Transport transport, ContractServer server, Duration patience) {
        this.setup = new Setup(transport, server, patience);
    }

    /**
     * All checks that can be made here: the count of descriptors needs {@code /proc}, and the connect deadline a
     * {@linkplain ContractServer#silent silent endpoint}.
     */
    public List<Check> checks() {
        return Stream.of(
                        new TransferChecks(setup).list(),
                        new RegionChecks(setup).list(),
                        new TimeoutChecks(setup).list(),
                        new EndChecks(setup).list(),
                        new CloseChecks(setup).list(),
                        new ConnectChecks(setup).list(),
                        new DescriptorChecks(setup).list())
                .flatMap(List::stream)
                .toList();
    }
}
