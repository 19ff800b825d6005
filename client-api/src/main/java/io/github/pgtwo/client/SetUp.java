package io.github.pgtwo.client;

import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.encoding.ServerEncoding;
import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.encoding.TextEncodingException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.login.Entrance;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.client.session.Canceller;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.settings.SessionVariable;
import io.github.pgtwo.client.settings.SessionVariables;
import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns what the server is like, and sets what the client counts on, by means that do no harm on any (section 11.4):
 * each question is a text of its own, outside of a transaction, so that its failure undoes nothing. After the release,
 * all are asked at once, which every server from 6.4 on takes; where a single text can ask them all, by that. Where that
 * has worked before it comes first, and asks for the release as well.
 */
final class SetUp {
    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);
    private static final String SET_UNCONVERTED = "SET client_encoding = '" + ServerEncoding.UNCONVERTED + "'";
    private static final ServerProfile UNKNOWN = ServerProfile.of(new ServerVersion(604, "not known yet"));
    private static final String VERSION = "select version()";
    private static final Query ASK_VERSION = Query.of(VERSION);

    private final Candidate place;
    private final ClientConfig config;
    private final SessionVariables own;
    private final Wire wire;
    private final Session session;

    private SetUp(Candidate place, Entrance entrance) {
        this.place = place;
        config = place.config();
        own = config.variables();
        wire = entrance.wire();
        session = new Session(
                wire,
                new Canceller(config, wire.channel(), entrance.key()),
                config.profile().orElse(UNKNOWN),
                config.types());
    }

    /** A session that is ready for use; on failure nothing stays open. */
    static Session session(Candidate place, Entrance entrance) {
        try {
            Session session = new SetUp(place, entrance).run();
            entrance.wire().patience().silence(place.config().timeouts().read());
            return session;
        } catch (Throwable e) { // listeners in other languages throw checked ones as well
            entrance.wire().close();
            throw e;
        }
    }

    private Session run() {
        if (config.profile().isPresent()) {
            session.learn(config.profile().get());
            set(own.statements(session.profile()));
        } else {
            session.learn(found());
            if (own.get(SessionVariable.CLIENT_ENCODING).isEmpty()) {
                passThrough();
            }
        }
        wire.bystander().encoding(encoding());
        if (session.profile().has(ServerTrait.ERROR_INSIDE_COPY_OUT)) {
            wire.quirks(Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT));
        }
        LOG.debug("{}", session.profile());
        return session;
    }

    private void set(List<String> statements) {
        if (!statements.isEmpty()) {
            ask(statements);
        }
    }

    private ServerProfile found() {
        ServerVersion familiar = place.familiar();
        Optional<ServerProfile> all = familiar == null ? Optional.empty() : atOnce(familiar);
        return all.isPresent() ? all.get() : foundByRelease();
    }

    private ServerProfile foundByRelease() {
        ServerProfile certain = ServerProfile.of(version());
        session.learn(certain);
        Optional<ServerProfile> all = AtOnce.isFor(certain, own) ? atOnce(certain.version()) : Optional.empty();
        return all.isPresent() ? all.get() : Findings.of(certain, ask(Findings.questions(certain, own)), own);
    }

    private Optional<ServerProfile> atOnce(ServerVersion probable) {
        Optional<ServerProfile> all = AtOnce.found(answer(AtOnce.ASK, AtOnce.QUESTION), probable);
        if (all.isPresent() && AtOnce.isFor(all.get(), own)) {
            place.familiar(all.get().version());
            return all;
        }
        place.familiar(null);
        return Optional.empty();
    }

    /** A database without an encoding has bytes that are none of what is set, and could then not be read at all. */
    private void passThrough() {
        ServerProfile found = session.profile();
        boolean asItIs = ServerEncoding.isUnconverted(found.serverEncoding())
                && !ServerEncoding.isUnconverted(found.clientEncoding());
        if (asItIs && ask(List.of(SET_UNCONVERTED)).containsKey(SET_UNCONVERTED)) {
            session.learn(found.withClientEncoding(ServerEncoding.UNCONVERTED));
        }
    }

    private TextEncoding encoding() {
        try {
            return TextEncoding.of(session.profile(), config.text());
        } catch (TextEncodingException e) {
            throw new PgUsageException(e.getMessage(), e);
        }
    }

    private ServerVersion version() {
        Result answer = answer(ASK_VERSION, VERSION);
        String text = answer.rows().isEmpty()
                ? ""
                : String.valueOf(answer.rows().get(0).text(0));
        Optional<ServerVersion> version = ServerVersion.parse(text);
        if (version.isEmpty()) {
            throw new PgUsageException("the server calls itself \"" + text
                    + "\", in which there is no release: state it by serverProfile(...)");
        }
        return version.get();
    }

    /** What the server does not know it need not answer. */
    private Result answer(Query message, String question) {
        try (Results results = new Results(session.begin(message, question, "setting up"))) {
            return Result.only(results.all(1));
        } catch (PgServerException e) {
            checkNotFatal(e, question);
            return Result.EMPTY;
        }
    }

    /** The same for several at once; what the application wants to have set is not to be refused. */
    private Map<String, Result> ask(List<String> questions) {
        Map<String, Result> answers = new HashMap<>();
        try (Pipeline pipeline = new Pipeline(session, 1)) {
            questions.forEach(pipeline::send);
            for (String question : questions) {
                try {
                    answers.put(question, pipeline.next());
                } catch (PgServerException e) {
                    checkNotFatal(e, question);
                }
            }
        }
        return answers;
    }

    private void checkNotFatal(PgServerException failure, String question) {
        if (failure.fatal()) {
            throw failure;
        }
        if (own.statements(session.profile()).contains(question)) {
            throw new PgUsageException(
                    "the server refuses the setting " + question + ": " + failure.getMessage(), failure);
        }
        LOG.debug("the server cannot {}: {}", question, failure.getMessage());
    }
}
