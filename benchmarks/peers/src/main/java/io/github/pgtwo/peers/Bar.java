package io.github.pgtwo.peers;

import io.github.pgtwo.peers.client.Peer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What pgtwo's figure may be at most.
 *
 * @param figure which one
 * @param name what to call it
 * @param most the bound, in figures of the floor, or where there is none by itself for each unit of the work
 * @param floor whose figure it is held against
 */
record Bar(ToDoubleFunction<Medians> figure, String name, double most, Optional<Peer> floor) {

    static Bar cpu(double most, Peer floor) {
        return new Bar(Medians::cpu, "CPU", most, Optional.of(floor));
    }

    static Bar wall(double most, Peer floor) {
        return new Bar(Medians::wall, "wall", most, Optional.of(floor));
    }

    static Bar allocated(double bytes) {
        return new Bar(Medians::allocated, "bytes allocated for each", bytes, Optional.empty());
    }

    /** Empty if the run lacks what it takes. */
    Optional<String> verdict(Map<Peer, Medians> results, long count) {
        Medians own = results.get(Peer.PGTWO);
        Medians other = floor.isPresent() ? results.get(floor.get()) : own;
        if (own == null || other == null) {
            return Optional.empty();
        }
        double base = floor.isPresent() ? figure.applyAsDouble(other) : count;
        String bound = floor.map(peer -> " x " + peer.label()).orElse("");
        return Optional.of(verdict(name, most, bound, figure.applyAsDouble(own) / base));
    }

    static String verdict(String name, double most, String bound, double is) {
        return String.format(
                Locale.ROOT, "%s at most %.4g%s: %.4g, %s", name, most, bound, is, is <= most ? "met" : "**missed**");
    }
}
