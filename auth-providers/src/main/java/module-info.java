import io.github.pgtwo.auth.CleartextAuth;
import io.github.pgtwo.auth.CryptAuth;
import io.github.pgtwo.auth.KerberosAuth;
import io.github.pgtwo.auth.Md5Auth;
import io.github.pgtwo.auth.ScmAuth;
import io.github.pgtwo.spi.AuthProvider;

/** The logins of protocol 2.0, found by ServiceLoader, by Guice, or handed to the client by name. */
module io.github.pgtwo.auth {
    requires transitive io.github.pgtwo.spi;
    requires static com.google.guice;
    requires static java.security.jgss;
    requires static org.bouncycastle.provider;
    requires static org.jspecify;

    exports io.github.pgtwo.auth;
    exports io.github.pgtwo.auth.guice;

    provides AuthProvider with
            CleartextAuth,
            CryptAuth,
            KerberosAuth,
            Md5Auth,
            ScmAuth;
}
