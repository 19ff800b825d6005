package io.github.pgtwo.transport.unix;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which engine is taken where nobody has said, and why. */
record EngineChoice(Engine engine, String reason) {
    private static final Logger LOG = LoggerFactory.getLogger(UnixTransport.class);

    /** Tries whether something works. */
    @FunctionalInterface
    interface Trial {
        void run() throws IOException;
    }

    /** Made and logged when it is first needed: loading jnr takes time that a program without sockets should not pay. */
    private static final class Once {
        static final EngineChoice CHOICE = logged(of(JnrConnector::tryOut));
    }

    static EngineChoice once() {
        return Once.CHOICE;
    }

    static EngineChoice of(Trial jnr) {
        try {
            jnr.run();
            return new EngineChoice(Engine.JNR, "jnr-unixsocket is there and works");
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.debug("jnr-unixsocket does not work", e);
            return new EngineChoice(Engine.JDK, "jnr-unixsocket is missing, or may not be used (" + e + ")");
        }
    }

    private static EngineChoice logged(EngineChoice choice) {
        LOG.info("Unix sockets go through {}: {}", choice.engine(), choice.reason());
        return choice;
    }
}
