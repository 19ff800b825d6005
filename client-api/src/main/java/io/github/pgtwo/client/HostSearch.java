package io.github.pgtwo.client;

import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.login.Login;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.settings.TargetSession;
import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.client.wire.Events;
import io.github.pgtwo.spi.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Connects to the first of several places that is there and of the wanted kind. A place that refuses the login ends the
 * search, as in libpq: the next one is not asked what this one has said no to.
 *
 * @param places in their order, at least one
 * @param shuffled whether chance decides about the order
 */
record HostSearch(List<Candidate> places, TargetSession target, boolean shuffled) {
    /** What servers say that are about to be there, or gone; protocol 2.0 has no code for it. */
    private static final String NOT_NOW =
            "the database system is (starting up|shutting down|in recovery mode|not (yet )?accepting connections)";

    /** The same search for sessions with other types of columns. */
    HostSearch withTypes(TypeRegistry types) {
        List<Candidate> same =
                places.stream().map(place -> place.withTypes(types)).toList();
        return new HostSearch(same, target, shuffled);
    }

    Session session() {
        List<Candidate> order = new ArrayList<>(places);
        if (shuffled) {
            Collections.shuffle(order);
        }
        List<PgException> failures = new ArrayList<>();
        for (TargetSession wanted : rounds()) {
            for (Candidate place : order) {
                try {
                    return session(place, wanted);
                } catch (PgTransportException | PgServerException e) {
                    checkGoesOn(e);
                    failures.add(e);
                }
            }
        }
        throw none(failures);
    }

    private List<TargetSession> rounds() {
        return target == TargetSession.PREFER_STANDBY
                ? List.of(TargetSession.STANDBY, TargetSession.ANY)
                : List.of(target);
    }

    private static void checkGoesOn(PgException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof PgServerException
                && !Pattern.compile(NOT_NOW).matcher(message).find()) {
            throw failure;
        }
    }

    private static PgException none(List<PgException> failures) {
        PgException last = failures.get(failures.size() - 1);
        if (failures.size() == 1) {
            return last;
        }
        String all = failures.stream().map(PgException::getMessage).distinct().collect(Collectors.joining("; "));
        PgTransportException none = new PgTransportException("no host is left to try: " + all, last);
        failures.subList(0, failures.size() - 1).forEach(none::addSuppressed);
        return none;
    }

    private static Session session(Candidate candidate, TargetSession target) {
        ClientConfig place = candidate.config();
        long began = System.nanoTime();
        Events events = new Events(place.listener());
        events.connecting(place.endpoint());
        try {
            Session session = SetUp.session(candidate, Login.enter(place));
            checkTarget(place, session, target);
            session.wire().bystander().events().connected(session.wire().channel(), since(began));
            return session;
        } catch (PgException e) {
            events.connectFailed(place.endpoint(), since(began), e);
            throw e;
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void checkTarget(ClientConfig place, Session session, TargetSession target) {
        try {
            session.wire().patience().until(Deadline.in(place.timeouts().login()));
            Optional<String> objection = TargetCheck.objection(session, target);
            if (objection.isPresent()) {
                throw new PgTransportException("the server at " + place.endpoint() + " " + objection.get(), null);
            }
            session.wire().patience().silence(place.timeouts().read());
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }
}
