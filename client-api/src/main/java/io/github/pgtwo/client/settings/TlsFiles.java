package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgSettingsException.Problem;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.spi.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code ssl...} settings, and the files in {@code ~/.postgresql} that they stand for if nothing is said. */
final class TlsFiles {
    private static final String SYSTEM = "system";

    private final ConnectionSettings settings;
    private final TlsMode mode;
    private final Path folder;

    private TlsFiles(ConnectionSettings settings, TlsMode mode, Path home) {
        this.settings = settings;
        this.mode = mode;
        folder = home.resolve(".postgresql");
    }

    /** Empty if no connection needs it. */
    static Optional<TlsSettings> of(ConnectionSettings settings, List<Host> hosts, Path home) {
        TlsMode mode = mode(settings);
        List<String> protocols = TlsVersions.of(settings);
        if (mode == TlsMode.DISABLE || hosts.stream().allMatch(Host::isUnix)) {
            return Optional.empty();
        }
        return Optional.of(new TlsFiles(settings, mode, home).read(protocols, hosts));
    }

    private static TlsMode mode(ConnectionSettings settings) {
        String said = settings.value(Setting.SSLMODE);
        TlsMode mode = Arrays.stream(TlsMode.values())
                .filter(each -> each.toString().equals(said))
                .findFirst()
                .orElseThrow(
                        () -> Wrong.value(Setting.SSLMODE, said, "is none of " + Arrays.toString(TlsMode.values())));
        if (trustsSystem(settings) && mode != TlsMode.VERIFY_FULL) {
            throw Wrong.value(
                    Setting.SSLMODE, said, "is too weak for sslrootcert=system, where anybody gets a certificate");
        }
        return mode;
    }

    /** Whether the roots of the system are meant, which in Java are the JDK's. */
    static boolean trustsSystem(ConnectionSettings settings) {
        return settings.value(Setting.SSLROOTCERT).equals(SYSTEM);
    }

    private TlsSettings read(List<String> protocols, List<Host> hosts) {
        Optional<Path> roots = trustsSystem(settings) ? Optional.empty() : file(Setting.SSLROOTCERT, "root.crt");
        if (mode.verifies() && roots.isEmpty() && !trustsSystem(settings)) {
            throw wrong("root certificate file \"" + folder.resolve("root.crt") + "\" does not exist, which sslmode "
                    + mode + " needs; or say sslrootcert=system");
        }
        if (mode == TlsMode.VERIFY_FULL
                && hosts.stream().anyMatch(host -> host.name().isEmpty() && !host.isUnix())) {
            throw Wrong.value(Setting.HOST, "", "is needed for sslmode=verify-full");
        }
        checkNoRevocation(roots.isPresent());
        Optional<Path> certificate = settings.value(Setting.SSLCERTMODE).equals("disable")
                ? Optional.empty()
                : file(Setting.SSLCERT, "postgresql.crt");
        return new TlsSettings(
                mode,
                roots,
                certificate,
                certificate.map(this::key),
                protocols,
                settings.value(Setting.SSLSNI).equals("1"));
    }

    /** A list that nobody looks at would be missed. */
    private void checkNoRevocation(boolean hasRoots) {
        String why = "is not done: revocation is not checked";
        Choices.checkAbsent(settings, Setting.SSLCRL, why);
        Choices.checkAbsent(settings, Setting.SSLCRLDIR, why);
        if (hasRoots && Files.exists(folder.resolve("root.crl"))) {
            throw Wrong.unsupported(Setting.SSLCRL, why + ", but there is " + folder.resolve("root.crl"));
        }
    }

    /** The file that is named, which must be there, or else the usual one if it is there. */
    private Optional<Path> file(Setting setting, String usual) {
        String named = settings.value(setting);
        if (named.isEmpty()) {
            return Optional.of(folder.resolve(usual)).filter(Files::exists);
        }
        Path file = FileNames.path(setting, named);
        if (!Files.exists(file)) {
            throw wrong("file \"" + named + "\" does not exist, which \"" + setting.key() + "\" names");
        }
        return Optional.of(file);
    }

    private Path key(Path certificate) {
        String named = settings.value(Setting.SSLKEY);
        if (named.indexOf(':') >= 0) {
            throw Wrong.unsupported(Setting.SSLKEY, "as a key in hardware is not done");
        }
        Path key = named.isEmpty() ? folder.resolve("postgresql.key") : FileNames.path(Setting.SSLKEY, named);
        if (!Files.exists(key)) {
            throw wrong("certificate \"" + certificate + "\" is there, but not private key file \"" + key + "\"");
        }
        checkPrivate(key);
        return key;
    }

    private static void checkPrivate(Path key) {
        try {
            if (PasswordFile.isOpenToOthers(key) && !isRootsForGroup(key)) {
                throw wrong("private key file \"" + key + "\" has group or world access; it must have u=rw (0600) or"
                        + " less, or u=rw,g=r (0640) if it is root's");
            }
        } catch (IOException e) {
            throw wrong("private key file \"" + key + "\" cannot be examined: " + e.getMessage());
        }
    }

    private static boolean isRootsForGroup(Path key) throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(key, "unix:uid"))
                && lendsOnlyToGroup(Files.getPosixFilePermissions(key));
    }

    /** Whether nobody but the owner has more than the group's right to read. */
    static boolean lendsOnlyToGroup(Set<PosixFilePermission> rights) {
        return rights.stream()
                .allMatch(right -> right.name().startsWith("OWNER") || right == PosixFilePermission.GROUP_READ);
    }

    private static PgSettingsException wrong(String text) {
        return new PgSettingsException(Problem.FILE, text);
    }
}
