package io.github.pgtwo.peers.client;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program of a client that is measured: peer, work, host, port, how many to warm up with, {@link Amount}s to measure. */
public final class Measured {
    private static final int FEWEST_WARM_UPS = 2;
    private static final int MOST_WARM_UPS = 5;

    private Measured() {}

    /** Prints a {@link Sample} of each. */
    public static void main(String[] args) throws Exception {
        Client client = Peer.of(args[0]).orElseThrow().client(Place.of(args[2], args[3]));
        Meter meter = new Meter();
        try (Task task = Work.of(args[1]).open(client)) {
            warmUp(task, Integer.parseInt(args[4]));
            List<Sample> samples = new ArrayList<>();
            for (String amount : List.of(args).subList(5, args.length)) {
                samples.add(sample(task, Amount.parse(amount), meter));
            }
            System.out.println(Sample.line(samples));
        }
    }

    private static Sample sample(Task task, Amount amount, Meter meter) throws Exception {
        task.clear();
        CpuTime.awaitQuiet();
        meter.start();
        return meter.stop(amount.run(task));
    }

    /** Until the JVM spends less than a hundredth of a run on its compiler, or has had enough of them. */
    private static void warmUp(Task task, int count) throws Exception {
        boolean compiling = true;
        for (int i = 0; i < FEWEST_WARM_UPS || (compiling && i < MOST_WARM_UPS); i++) {
            long begin = System.nanoTime();
            long compiled = compilationNanos();
            task.run(count);
            long took = System.nanoTime() - begin;
            task.clear();
            CpuTime.awaitQuiet();
            compiling = compilationNanos() - compiled > took / 100;
        }
    }

    private static long compilationNanos() {
        return TimeUnit.MILLISECONDS.toNanos(
                ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
    }
}
