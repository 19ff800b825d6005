package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Exposure;
import io.github.pgtwo.spi.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** A correct provider, which sends password and challenge, and others with one defect each. */
final class BrokenProviders {
    private BrokenProviders() {}

    static class Correct implements AuthProvider {
        @Override
        public String method() {
            return "toy";
        }

        @Override
        public int requestCode() {
            return 4;
        }

        @Override
        public Exposure exposure() {
            return Exposure.PASSWORD;
        }

        @Override
        public void authenticate(AuthExchange exchange) throws IOException {
            if (exchange.challenge().length() != 2) {
                throw new AuthenticationException(Kind.PROTOCOL, "a salt of two bytes is needed");
            }
            try (Secret secret = secret(exchange)) {
                byte[] password = secret.encode(StandardCharsets.UTF_8);
                send(exchange, answer(password, exchange.challenge()));
            }
        }

        Secret secret(AuthExchange exchange) throws AuthenticationException {
            Secret secret = exchange.credential()
                    .orElseThrow(() -> new AuthenticationException(Kind.NO_CREDENTIAL, "none is set"));
            if (secret.isEmpty()) {
                throw new AuthenticationException(Kind.NO_CREDENTIAL, "it is empty");
            }
            return secret;
        }

        byte[] answer(byte[] password, Bytes challenge) {
            byte[] answer = Arrays.copyOf(password, password.length + challenge.length());
            challenge.copyTo(answer, password.length);
            return answer;
        }

        void send(AuthExchange exchange, byte[] answer) throws IOException {
            exchange.sendPassword(answer);
        }
    }

    static final class HasAListForAName extends Correct {
        @Override
        public String method() {
            return "toy, other";
        }
    }

    static final class AnswersOk extends Correct {
        @Override
        public int requestCode() {
            return 0;
        }
    }

    static final class AnswersSasl extends Correct {
        @Override
        public int requestCode() {
            return 10;
        }
    }

    /** Correct as well. */
    static class OwnRequest extends Correct {
        @Override
        public int requestCode() {
            return 77;
        }

        @Override
        public int challengeLength() {
            return 2;
        }
    }

    static final class DeclaresAnotherLength extends OwnRequest {
        @Override
        public int challengeLength() {
            return 3;
        }
    }

    static final class ChangesItsLength extends Correct {
        private int length;

        @Override
        public int challengeLength() {
            return length++;
        }
    }

    static final class ChangesItsMind extends Correct {
        private int asked;

        @Override
        public Exposure exposure() {
            return asked++ % 2 == 0 ? Exposure.NOTHING : Exposure.PASSWORD;
        }
    }

    static final class AnswersTwice extends Correct {
        @Override
        void send(AuthExchange exchange, byte[] answer) throws IOException {
            super.send(exchange, answer.clone());
            super.send(exchange, answer);
        }
    }

    static final class AnswersWrongly extends Correct {
        @Override
        byte[] answer(byte[] password, Bytes challenge) {
            return super.answer(password, challenge.slice(1, 2));
        }
    }

    static final class AsksTwice extends Correct {
        @Override
        Secret secret(AuthExchange exchange) throws AuthenticationException {
            super.secret(exchange).close();
            return super.secret(exchange);
        }
    }

    static final class ForgetsToClose extends Correct {
        @Override
        public void authenticate(AuthExchange exchange) throws IOException {
            send(exchange, answer(secret(exchange).encode(StandardCharsets.UTF_8), challenge(exchange)));
        }

        private static Bytes challenge(AuthExchange exchange) throws AuthenticationException {
            if (exchange.challenge().length() != 2) {
                throw new AuthenticationException(Kind.PROTOCOL, "a salt of two bytes is needed");
            }
            return exchange.challenge();
        }
    }

    static final class ClosesOnlyAfterSuccess extends Correct {
        @Override
        public void authenticate(AuthExchange exchange) throws IOException {
            if (exchange.challenge().length() != 2) {
                throw new AuthenticationException(Kind.PROTOCOL, "a salt of two bytes is needed");
            }
            Secret secret = secret(exchange);
            send(exchange, answer(secret.encode(StandardCharsets.UTF_8), exchange.challenge()));
            secret.close();
        }
    }

    static final class SendsSubstitutes extends Correct {
        @Override
        public void authenticate(AuthExchange exchange) throws IOException {
            try {
                super.authenticate(exchange);
            } catch (AuthenticationException e) {
                if (e.getCause() == null) {
                    throw e;
                }
                send(exchange, new byte[] {'?'});
            }
        }
    }

    static final class TellsThePassword extends Correct {
        @Override
        void send(AuthExchange exchange, byte[] answer) throws IOException {
            try {
                super.send(exchange, answer.clone());
            } catch (IOException e) {
                throw new IOException("cannot send " + new String(answer, StandardCharsets.UTF_8), e);
            }
        }
    }

    static final class RemembersInToString extends Correct {
        private String last = "";

        @Override
        byte[] answer(byte[] password, Bytes challenge) {
            last = new String(password, StandardCharsets.UTF_8);
            return super.answer(password, challenge);
        }

        @Override
        public String toString() {
            return "toy " + last;
        }
    }

    static final class SendsNothingForNoPassword extends Correct {
        @Override
        public void authenticate(AuthExchange exchange) throws IOException {
            if (exchange.credential().isPresent()) {
                super.authenticate(exchange);
            }
        }
    }

    static final class SendsEmptyPasswords extends Correct {
        @Override
        Secret secret(AuthExchange exchange) throws AuthenticationException {
            return exchange.credential()
                    .orElseThrow(() -> new AuthenticationException(Kind.NO_CREDENTIAL, "none is set"));
        }
    }

    static final class ThrowsWhatIsNotTyped extends Correct {
        @Override
        Secret secret(AuthExchange exchange) throws AuthenticationException {
            Secret secret = exchange.credential().orElseThrow();
            if (secret.isEmpty()) {
                throw new AuthenticationException(Kind.NO_CREDENTIAL, "it is empty");
            }
            return secret;
        }
    }

    static final class SwallowsFailures extends Correct {
        @Override
        void send(AuthExchange exchange, byte[] answer) {
            try {
                super.send(exchange, answer);
            } catch (IOException e) {
                // the defect
            }
        }
    }

    static final class TakesAnySalt extends Correct {
        @Override
        public void authenticate(AuthExchange exchange) throws IOException {
            try (Secret secret = secret(exchange)) {
                send(exchange, answer(secret.encode(StandardCharsets.UTF_8), exchange.challenge()));
            }
        }
    }

    static final class CachesThePassword extends Correct {
        private volatile byte[] cached;

        @Override
        byte[] answer(byte[] password, Bytes challenge) {
            if (cached == null) {
                cached = password.clone();
            }
            return super.answer(cached, challenge);
        }
    }

    static final class SharesAField extends Correct {
        private volatile byte[] password = new byte[0];

        @Override
        public void authenticate(AuthExchange exchange) throws IOException {
            try (Secret secret = secret(exchange)) {
                password = secret.encode(StandardCharsets.UTF_8);
            }
            if (exchange.challenge().length() != 2) {
                throw new AuthenticationException(Kind.PROTOCOL, "a salt of two bytes is needed");
            }
            send(exchange, answer(password, exchange.challenge()));
        }
    }

    static final class LetsOthersWait extends Correct {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        public void authenticate(AuthExchange exchange) throws IOException {
            lock.lock();
            try {
                super.authenticate(exchange);
            } finally {
                lock.unlock();
            }
        }
    }
}
