package io.github.pgtwo.spi;

/**
 * What a login policy may want to know of a stream.
 *
 * @param encrypted whether nobody on the way can read along
 * @param local whether the peer is on this machine by the nature of the channel, as with Unix sockets
 * @param peer the peer's address, for messages
 */
public record ChannelInfo(boolean encrypted, boolean local, String peer) {}
