package io.github.pgtwo.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectFailuresTest {
    private static final Duration TIMEOUT = Duration.ofMillis(200);

    private final ConnectFailures failures = new ConnectFailures(Endpoint.tcp("db", 5432));

    @Test
    void aLastAttemptThatTimedOutALittleEarlyIsATimeout() {
        add(new ConnectException("refused"));
        add(new SocketTimeoutException("late"));
        assertThat(failures.summary(false, TIMEOUT))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("cannot connect to db:5432 within 200 ms (127.0.0.1: refused; 127.0.0.1: late)");
    }

    @Test
    void aLastAttemptThatWasRefusedIsNot() {
        add(new SocketTimeoutException("late"));
        add(new ConnectException("refused"));
        assertThat(failures.summary(false, TIMEOUT))
                .isNotInstanceOf(SocketTimeoutException.class)
                .hasMessage("cannot connect to db:5432 (127.0.0.1: late; 127.0.0.1: refused)");
    }

    private void add(IOException cause) {
        failures.add("127.0.0.1", cause);
    }
}
