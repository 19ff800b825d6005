package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameReader;
import io.github.pgtwo.codec.wire.FrameScanner;

/** How an {@link Authentication} is read; apart from it because an interface hides nothing. */
final class AuthenticationFormat {
    static final Format<Authentication> FORMAT = with(DeclaredRequests.NONE);

    private final DeclaredRequests declared;

    private AuthenticationFormat(DeclaredRequests declared) {
        this.declared = declared;
    }

    /** The format where these requests can come as well. */
    static Format<Authentication> with(DeclaredRequests declared) {
        AuthenticationFormat format = new AuthenticationFormat(declared);
        return new Format<>("Authentication", 'R', format::scan, format::read);
    }

    private boolean scan(FrameScanner in) {
        if (in.step() == 0) {
            if (!in.skip(Integer.BYTES)) {
                return false;
            }
            in.length(challengeLength(in.int32Back()));
            in.step(1);
        }
        return in.skipLength("challenge");
    }

    private int challengeLength(int code) {
        return switch (code) {
            case 4 -> 2;
            case 5 -> 4;
            default -> declared.challengeLength(code);
        };
    }

    private Authentication read(FrameReader in) {
        int code = in.int32();
        return switch (code) {
            case 0 -> new Authentication.Ok();
            case 1 -> new Authentication.KerberosV4();
            case 2 -> new Authentication.KerberosV5();
            case 3 -> new Authentication.CleartextPassword();
            case 4 -> new Authentication.CryptPassword(in.rest());
            case 5 -> new Authentication.Md5Password(in.rest());
            case 6 -> new Authentication.ScmCredential();
            default ->
                declared.contains(code)
                        ? new Authentication.Declared(code, in.rest())
                        : new Authentication.Unknown(code);
        };
    }
}
