package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.WireWriter;

/**
 * What the server wants before it lets the client in (section 3.3). The message has no length field: how
 * many bytes the challenge has follows from the code alone, so nothing can be read behind an unknown code.
 *
 * <pre>
 * Byte1 'R'
 * Int32 code
 * Byten challenge: 2 bytes of salt for code 4, 4 bytes for code 5, as declared for a declared code, else none
 * </pre>
 */
public sealed interface Authentication extends BackendMessage {

    /** The request's number on the wire. */
    int code();

    /** The bytes behind the code; none for most requests. */
    default Bytes challenge() {
        return Bytes.EMPTY;
    }

    @Override
    default BackendKind kind() {
        return switch (code()) {
            case 0 -> BackendKind.AUTHENTICATION_OK;
            case 1, 2, 6 -> BackendKind.AUTHENTICATION_RAW;
            case 3, 4, 5 -> BackendKind.AUTHENTICATION_PASSWORD;
            default -> BackendKind.AUTHENTICATION_UNKNOWN;
        };
    }

    @Override
    default int wireLength() {
        return 1 + Integer.BYTES + challenge().length();
    }

    @Override
    default void write(WireWriter out) {
        out.int8('R').int32(code()).bytes(challenge());
    }

    /** Code 0: authentication is over, though the session may still be refused (section 1.5). */
    record Ok() implements Authentication {
        @Override
        public int code() {
            return 0;
        }
    }

    /** Code 1: a Kerberos V4 exchange outside of messages (section 4.6). */
    record KerberosV4() implements Authentication {
        @Override
        public int code() {
            return 1;
        }
    }

    /** Code 2: a Kerberos V5 exchange outside of messages (section 4.5). */
    record KerberosV5() implements Authentication {
        @Override
        public int code() {
            return 2;
        }
    }

    /** Code 3: the password as it is (section 4.2). */
    record CleartextPassword() implements Authentication {
        @Override
        public int code() {
            return 3;
        }
    }

    /**
     * Code 4: the password through crypt(3) (section 4.3).
     *
     * @param challenge the salt, 2 bytes
     */
    record CryptPassword(Bytes challenge) implements Authentication {
        /** Refuses a salt of another size. */
        public CryptPassword {
            checkSalt("Authentication.CryptPassword", challenge, 2);
        }

        @Override
        public int code() {
            return 4;
        }
    }

    /**
     * Code 5: the password through MD5, twice (section 4.3).
     *
     * @param challenge the salt, 4 bytes
     */
    record Md5Password(Bytes challenge) implements Authentication {
        /** Refuses a salt of another size. */
        public Md5Password {
            checkSalt("Authentication.Md5Password", challenge, 4);
        }

        @Override
        public int code() {
            return 5;
        }
    }

    /** Code 6: a byte that carries the sender's credentials, Unix sockets only (section 4.4). */
    record ScmCredential() implements Authentication {
        @Override
        public int code() {
            return 6;
        }
    }

    /**
     * A request that this protocol version does not define, but both sides have {@linkplain DeclaredRequests
     * declared}; answered by a password packet.
     *
     * @param code not within 0 to 12
     * @param challenge up to {@link DeclaredRequests#LONGEST_CHALLENGE} bytes
     */
    record Declared(int code, Bytes challenge) implements Authentication {
        /** Refuses what cannot be declared. */
        public Declared {
            if (!DeclaredRequests.isFree(code)) {
                throw new LocalProtocolException("Authentication.Declared", "is not for the known code " + code);
            }
            if (challenge.length() > DeclaredRequests.LONGEST_CHALLENGE) {
                throw new LocalProtocolException(
                        "Authentication.Declared", "has a challenge of " + challenge.length() + " bytes, too long");
            }
        }

        @Override
        public BackendKind kind() {
            return BackendKind.AUTHENTICATION_PASSWORD;
        }
    }

    /**
     * A request that this protocol version does not define, nor anybody else. Whatever follows it cannot be delimited.
     *
     * @param code not within 0 to 6
     */
    record Unknown(int code) implements Authentication {
        /** Refuses the codes that have a record of their own. */
        public Unknown {
            if (code >= 0 && code <= 6) {
                throw new LocalProtocolException("Authentication.Unknown", "is not for the known code " + code);
            }
        }
    }

    private static void checkSalt(String name, Bytes salt, int size) {
        if (salt.length() != size) {
            throw new LocalProtocolException(name, "has a salt of " + salt.length() + " bytes instead of " + size);
        }
    }
}
