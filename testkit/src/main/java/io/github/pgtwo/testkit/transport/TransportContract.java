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
    private static final int CONNECTIONS = 500;

    private final Setup setup;
    private final int connections;

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
        this(new Setup(transport, server, patience), CONNECTIONS);
    }

    private TransportContract(Setup setup, int connections) {
        this.setup = setup;
        this.connections = connections;
    }

    /**
     * The same with another number of connections that must leave no descriptor behind.
     *
     * @param count at least 1; 500 if not set
     */
    public TransportContract withConnections(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " connections prove nothing");
        }
        return new TransportContract(setup, count);
    }

    /**
     * All checks that can be made here: the count of descriptors needs {@code /proc}, and the connect deadline a
     * {@linkplain ContractServer#silent silent endpoint}.
     */
    public List<Check> checks() {
        return Stream.of(
                        new TransferChecks(setup).list(),
                        new BothWaysChecks(setup).list(),
                        new RegionChecks(setup).list(),
                        new TimeoutChecks(setup).list(),
                        new EndChecks(setup).list(),
                        new CloseChecks(setup).list(),
                        new ConnectChecks(setup).list(),
                        new DescriptorChecks(setup, connections).list())
                .flatMap(List::stream)
                .toList();
    }
}
