package io.github.pgtwo.transport.unix;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which engine is taken where nobody has said, why, and whether that holds as long as the program runs. */
record EngineChoice(Engine engine, String reason, boolean lasting) {
    private static final Logger LOG = LoggerFactory.getLogger(UnixTransport.class);

    /** Tries whether something works. */
    @FunctionalInterface
    interface Trial {
        void run() throws IOException;
    }

    private static final Memory MEMORY = new Memory(JnrConnector::tryOut);

    /** Made and logged when it is first needed: loading jnr takes time that a program without sockets should not pay. */
    static EngineChoice once() {
        return MEMORY.choice();
    }

    /** Remembers the first choice that lasts: for want of a descriptor jnr is passed over once, not for ever. */
    static final class Memory {
        private final Trial trial;
        private volatile Optional<EngineChoice> lasting = Optional.empty();

        Memory(Trial trial) {
            this.trial = trial;
        }

        EngineChoice choice() {
            return lasting.orElseGet(this::make);
        }

        private EngineChoice make() {
            EngineChoice made = of(trial);
            LOG.info("Unix sockets go through {}: {}", made.engine(), made.reason());
            lasting = Optional.of(made).filter(EngineChoice::lasting);
            return made;
        }
    }

    static EngineChoice of(Trial jnr) {
        try {
            jnr.run();
            return new EngineChoice(Engine.JNR, "jnr-unixsocket is there and works", true);
        } catch (IOException e) {
            LOG.debug("jnr-unixsocket does not work now", e);
            return new EngineChoice(Engine.JDK, "jnr-unixsocket does not work for now (" + e + ")", false);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("jnr-unixsocket does not work", e);
            return new EngineChoice(Engine.JDK, "jnr-unixsocket is missing, or may not be used (" + e + ")", true);
        }
    }
}
