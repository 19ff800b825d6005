package io.github.pgtwo.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom the server's programs run, for they refuse to run as root.
 *
 * @param prefix the words in front of each command
 */
record ServerUser(List<String> prefix) {
    private static final String NOBODY = "65534";

    /** Chooses, and sees to it that the user owns the folder. */
    static ServerUser choose(Layout layout) {
        if (!ownedByRoot(layout)) {
            return new ServerUser(List.of());
        }
        return canHideRoot() ? hiddenRoot() : nobody(layout);
    }

    List<String> command(String... words) {
        var all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return all;
    }

    private static boolean ownedByRoot(Layout layout) {
        try {
            return Files.getAttribute(layout.folder(), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new EmbeddedServerException("cannot tell the owner of " + layout.folder(), e);
        }
    }

    /** A user namespace in which root has no name: the files stay root's, and no rights are lost or won. */
    private static ServerUser hiddenRoot() {
        return new ServerUser(List.of("unshare", "-U"));
    }

    private static boolean canHideRoot() {
        return Command.attempt(hiddenRoot().command("true"), "").status() == 0;
    }

    // Containers often forbid namespaces, but let root become somebody else.
    private static ServerUser nobody(Layout layout) {
        Command.run(
                List.of("chown", "-R", NOBODY + ":" + NOBODY, layout.folder().toString()), "");
        return new ServerUser(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
}
