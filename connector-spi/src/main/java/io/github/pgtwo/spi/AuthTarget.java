package io.github.pgtwo.spi;

import java.nio.charset.Charset;

/**
 * Who logs in where.
 *
 * @param user as in the startup packet
 * @param database as in the startup packet
 * @param endpoint as the application configured it
 * @param channel what the transport knows of the stream
 * @param charset how user, database and password become bytes; servers compare bytes
 */
public record AuthTarget(String user, String database, Endpoint endpoint, ChannelInfo channel, Charset charset) {}
