package io.github.pgtwo.spi;

import java.util.Locale;

/**
 * How much TLS a client insists on, as libpq's {@code sslmode} has it (section 10). The order is from nothing to
 * everything.
 */
public enum TlsMode {
    /** Never. */
    DISABLE,
    /** Only if the server refuses the login without it. */
    ALLOW,
    /** If it can be had; what the server says in the clear then decides, so it protects against nobody. */
    PREFER,
    /** Always, with whoever has answered: keeps out only those who merely listen. */
    REQUIRE,
    /** Always, with a server whose certificate a trusted root has signed. */
    VERIFY_CA,
    /** Always, with a server whose certificate a trusted root has signed for the host's name. */
    VERIFY_FULL;

    /** Whether a server has to prove who it is. */
    public boolean verifies() {
        return compareTo(REQUIRE) > 0;
    }

    /** As libpq writes it, {@code verify-full}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
