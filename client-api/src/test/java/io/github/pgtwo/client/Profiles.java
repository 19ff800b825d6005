package io.github.pgtwo.client;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;

/** What the client is told of the servers of tests, so that it asks them nothing. */
final class Profiles {
    static final ServerProfile THIRTEEN = of(1300);

    private Profiles() {}

    static ServerProfile of(int release) {
        return ServerProfile.of(new ServerVersion(release, "of a test"));
    }
}
