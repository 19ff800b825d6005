package io.github.pgtwo.spi;

import java.util.Optional;
import javax.net.ssl.SSLSession;

/** What a login policy may want to know of a stream. Immutable; more may be known of it in later versions. */
public final class ChannelInfo {
    private final String peer;
    private final boolean encrypted;
    private final boolean local;
    private final Optional<SSLSession> tls;
    private final Optional<String> peerUser;

    private ChannelInfo(
            String peer, boolean encrypted, boolean local, Optional<SSLSession> tls, Optional<String> peerUser) {
        this.peer = peer;
        this.encrypted = encrypted;
        this.local = local;
        this.tls = tls;
        this.peerUser = peerUser;
    }

    /** A channel that anybody on the way may read; the peer's address is for messages. */
    public static ChannelInfo plain(String peer) {
        return new ChannelInfo(peer, false, false, Optional.empty(), Optional.empty());
    }

    /** The same channel, to a peer that is on this machine by the channel's nature, as with Unix sockets. */
    public ChannelInfo withLocal() {
        return new ChannelInfo(peer, encrypted, true, tls, peerUser);
    }

    /** The same channel, on which nobody can read along, to a peer that has proven who it is. */
    public ChannelInfo withEncrypted() {
        return new ChannelInfo(peer, true, local, tls, peerUser);
    }

    /** The same channel under TLS; says nothing about who the peer is, which {@link #withEncrypted} does. */
    public ChannelInfo withTls(SSLSession session) {
        return new ChannelInfo(peer, encrypted, local, Optional.of(session), peerUser);
    }

    /** The same channel, to a process of this user. */
    public ChannelInfo withPeerUser(String user) {
        return new ChannelInfo(peer, encrypted, local, tls, Optional.of(user));
    }

    /** The peer's address, for messages. */
    public String peer() {
        return peer;
    }

    /** Whether nobody on the way can read along, and the peer has proven who it is. */
    public boolean encrypted() {
        return encrypted;
    }

    /** Whether the peer is on this machine by the nature of the channel. */
    public boolean local() {
        return local;
    }

    /** What TLS knows, such as the peer's certificates; present even if nobody has verified them. */
    public Optional<SSLSession> tls() {
        return tls;
    }

    /** The user whose process is at the other end, as this machine's kernel says; only of local channels. */
    public Optional<String> peerUser() {
        return peerUser;
    }

    @Override
    public String toString() {
        String how = encrypted ? "encrypted " : tls.isPresent() ? "unverified TLS " : "";
        return how + (local ? "local " : "") + "channel to " + peer;
    }
}
