package io.github.pgtwo.client;

import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.client.type.TypeRegistry;
import org.jspecify.annotations.Nullable;

/** A place to connect to, and what a client remembers of its server. Thread-safe. */
final class Candidate {
    private final ClientConfig config;
    private volatile @Nullable ServerVersion familiar;

    /** A place of which nothing is known yet. */
    Candidate(ClientConfig config) {
        this.config = config;
    }

    /** The same place for sessions with other types of columns. */
    Candidate withTypes(TypeRegistry types) {
        Candidate same = new Candidate(config.withTypes(types));
        same.familiar = familiar;
        return same;
    }

    ClientConfig config() {
        return config;
    }

    /** The release of the server if it has told all about itself at once, and is not to be asked for that alone. */
    @Nullable
    ServerVersion familiar() {
        return familiar;
    }

    void familiar(@Nullable ServerVersion version) {
        familiar = version;
    }
}
