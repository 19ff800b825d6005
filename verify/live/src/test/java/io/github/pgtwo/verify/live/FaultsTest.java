package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgtwo.testkit.proxy.Direction;
import io.github.pgtwo.testkit.proxy.FaultProxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each flow, broken or held up at each place: the client ends, with what is right or with what went wrong. */
class FaultsTest {
    private static final boolean ALL = Boolean.getBoolean("pgtwo.everyFault");
    private static final int MOST = 24;
    private static final Duration SHORT = Duration.ofMillis(100);

    private long runs;

    /** What breaks a connection behind a byte. */
    enum Fault {
        CUT {
            @Override
            void at(Direction direction, long place) {
                direction.cutAfter(place);
            }
        },
        RESET {
            @Override
            void at(Direction direction, long place) {
                direction.resetAfter(place);
            }
        };

        abstract void at(Direction direction, long place);
    }

    static Stream<Arguments> breaks() {
        return Arrays.stream(Flow.values())
                .flatMap(flow -> Arrays.stream(Fault.values())
                        .flatMap(fault -> Stream.of(arguments(flow, fault, true), arguments(flow, fault, false))));
    }

    @BeforeEach
    void count() {
        runs = Lab.runs();
    }

    @AfterEach
    void report(TestReporter reporter) {
        reporter.publishEntry("runs", String.valueOf(Lab.runs() - runs));
    }

    @ParameterizedTest(name = "{0}: {1}, to server: {2}")
    @MethodSource("breaks")
    void broken(Flow flow, Fault fault, boolean toServer) throws InterruptedException {
        Lab lab = new Lab(flow, Lab.LONG);
        List<Long> places = places(lab.undisturbed(), toServer);
        Belongings before = new Belongings();
        for (long place : places) {
            at(place, () -> lab.run((proxy, tap) -> fault.at(direction(proxy, toServer), place)));
        }
        before.assertNoMore();
    }

    @ParameterizedTest
    @EnumSource
    void receivedInTwoPieces(Flow flow) {
        Lab lab = new Lab(flow, Lab.LONG);
        for (long place : places(lab.undisturbed(), false)) {
            at(
                    place,
                    () -> goesWell(
                            lab, (proxy, tap) -> tap.readAtMost(read -> read < place ? place - read : Long.MAX_VALUE)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void receivedByteByByte(Flow flow) {
        goesWell(new Lab(flow, Lab.LONG), (proxy, tap) -> tap.readAtMost(read -> 1));
    }

    @ParameterizedTest
    @EnumSource
    void sentByteByByte(Flow flow) {
        goesWell(new Lab(flow, Lab.LONG), (proxy, tap) -> both(proxy, Direction::fragment));
    }

    @ParameterizedTest
    @EnumSource
    void delayed(Flow flow) {
        goesWell(new Lab(flow, Lab.LONG), (proxy, tap) -> both(proxy, way -> way.delay(Duration.ofMillis(2))));
    }

    @ParameterizedTest(name = "{0}, to server: {1}")
    @MethodSource
    void stalled(Flow flow, boolean toServer) throws InterruptedException {
        List<Long> places = some(new Lab(flow, Lab.LONG).undisturbed().places(toServer), ALL ? MOST : 2);
        Lab lab = new Lab(flow, SHORT);
        Belongings before = new Belongings();
        for (long place : places) {
            at(place, () -> lab.run((proxy, tap) -> direction(proxy, toServer).stallAfter(place)));
        }
        before.assertNoMore();
    }

    static Stream<Arguments> stalled() {
        return Arrays.stream(Flow.values()).flatMap(flow -> Stream.of(arguments(flow, true), arguments(flow, false)));
    }

    private static void goesWell(Lab lab, Lab.Trouble trouble) {
        assertThat(lab.run(trouble)).isEmpty();
    }

    private static void both(FaultProxy proxy, Consumer<Direction> trouble) {
        trouble.accept(proxy.toServer());
        trouble.accept(proxy.toClient());
    }

    private static Direction direction(FaultProxy proxy, boolean toServer) {
        return toServer ? proxy.toServer() : proxy.toClient();
    }

    private static List<Long> places(Itinerary itinerary, boolean toServer) {
        return ALL ? itinerary.all(toServer) : some(itinerary.places(toServer), MOST);
    }

    /** So many that are spread over all. */
    private static List<Long> some(List<Long> places, int most) {
        return places.size() <= most
                ? places
                : IntStream.range(0, most)
                        .mapToObj(i -> places.get((int) ((long) i * (places.size() - 1) / (most - 1))))
                        .toList();
    }

    private static void at(long place, Runnable run) {
        try {
            run.run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("behind byte " + place + ": " + e.getMessage(), e);
        }
    }
}
