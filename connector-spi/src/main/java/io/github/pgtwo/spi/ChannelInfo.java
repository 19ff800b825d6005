package io.github.pgtwo.spi;

/** What a login policy may want to know of a stream. Immutable; more may be known of it in later versions. */
public final class ChannelInfo {
    private final String peer;
    private final boolean encrypted;
    private final boolean local;

    private ChannelInfo(String peer, boolean encrypted, boolean local) {
        this.peer = peer;
        this.encrypted = encrypted;
        this.local = local;
    }

    /** A channel that anybody on the way may read; the peer's address is for messages. */
    public static ChannelInfo plain(String peer) {
        return new ChannelInfo(peer, false, false);
    }

    /** The same channel, to a peer that is on this machine by the channel's nature, as with Unix sockets. */
    public ChannelInfo withLocal() {
        return new ChannelInfo(peer, encrypted, true);
    }

    /** The same channel, on which nobody can read along, to a peer that has proven who it is. */
    public ChannelInfo withEncrypted() {
        return new ChannelInfo(peer, true, local);
    }

    /** The peer's address, for messages. */
    public String peer() {
        return peer;
    }

    /** Whether nobody on the way can read along. */
    public boolean encrypted() {
        return encrypted;
    }

    /** Whether the peer is on this machine by the nature of the channel. */
    public boolean local() {
        return local;
    }

    @Override
    public String toString() {
        return (encrypted ? "encrypted " : "") + (local ? "local " : "") + "channel to " + peer;
    }
}
