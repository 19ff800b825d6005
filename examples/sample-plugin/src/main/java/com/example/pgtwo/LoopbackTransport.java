package com.example.pgtwo;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Timeouts;
import io.github.pgtwo.spi.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

// writing-a-transport: begin
/** Endpoints such as {@code loopback:5432}, on this machine by their nature. */
public final class LoopbackTransport implements Transport {
    /** Needs no configuration. */
    public LoopbackTransport() {}

    @Override
    public String name() {
        return "loopback";
    }

    @Override
    public boolean supports(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Custom custom
                && custom.uri().toString().matches("loopback:\\d{1,5}");
    }

    @Override
    public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
        if (!supports(endpoint)) {
            throw new IllegalArgumentException("the loopback transport cannot open " + endpoint);
        }
        int port = Integer.parseInt(endpoint.toString().substring("loopback:".length()));
        int millis = Timeouts.millis(connectTimeout);
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
            channel.socket().setTcpNoDelay(true);
            channel.configureBlocking(false);
            return new LoopbackStream(channel, endpoint);
        } catch (SocketTimeoutException e) {
            channel.close();
            throw e;
        } catch (IOException e) {
            channel.close(); // an attempt that failed leaves nothing open
            throw new IOException("cannot connect to " + endpoint + ": " + e.getMessage(), e);
        }
    }
}
// writing-a-transport: end
