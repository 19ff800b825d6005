package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.cleartext;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.md5;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.auth.AuthPolicy.Cleartext;
import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Exposure;
import io.github.pgtwo.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

/** A server asks for each method, under each policy, over each channel: nothing secret leaves when it must not. */
class DowngradeTest {
    private static final int STARTUP_LENGTH = 296;
    private static final BackendMessage CRYPT = new Authentication.CryptPassword(Bytes.utf8("ab"));
    private static final ChannelInfo PLAIN = ChannelInfo.plain("somewhere");
    private static final ChannelInfo LOCAL = PLAIN.withLocal();
    private static final ChannelInfo ENCRYPTED = PLAIN.withEncrypted();
    private static final ChannelInfo KNOWN = LOCAL.withPeerUser("postgres");

    private int asked;
    private Optional<String> requiredPeer = Optional.empty();

    private PgClient client(FakeServer server, AuthPolicy policy) {
        CredentialSource counting = (target, method) -> {
            asked++;
            return Optional.of(Secret.of("secret".toCharArray()));
        };
        PgClientBuilder builder = server.client();
        requiredPeer.ifPresent(
                user -> builder.endpoint(Endpoint.unix("/tmp", 5432)).requirePeer(user));
        return builder.credentials(counting)
                .authPolicy(policy)
                .authProvider(Providers.of("krb4", 1, exchange -> exchange.raw().write(new byte[] {'4'})))
                .authProvider(
                        Providers.proving("krb5", 2, exchange -> exchange.raw().write(new byte[] {'5'})))
                .authProvider(Providers.sending("password", 3, Exposure.PASSWORD))
                .authProvider(Providers.sending("crypt", 4, Exposure.REVERSIBLE))
                .authProvider(Providers.sending("md5", 5, Exposure.GUESSABLE))
                .authProvider(
                        Providers.of("creds", 6, exchange -> exchange.raw().write(new byte[1])))
                .build();
    }

    private static FakeServer asking(BackendMessage request, ChannelInfo channel) {
        return new FakeServer().over(channel).answer(request).answer(ok(), key(1, 2), ready());
    }

    private void assertAnswered(BackendMessage request, ChannelInfo channel, AuthPolicy policy) {
        FakeServer server = asking(request, channel);
        assertThat(client(server, policy).connect().isOpen())
                .as("%s over %s by %s", request, channel, policy)
                .isTrue();
    }

    private void assertRefused(BackendMessage request, ChannelInfo channel, AuthPolicy policy) {
        asked = 0;
        FakeServer server = asking(request, channel);
        assertThatThrownBy(() -> client(server, policy).connect())
                .as("%s over %s by %s", request, channel, policy)
                .isInstanceOfSatisfying(
                        PgAuthException.class,
                        thrown -> assertThat(thrown.kind()).isEqualTo(Kind.REFUSED_BY_POLICY));
        assertThat(server.received()).as("sent").hasSize(STARTUP_LENGTH);
        assertThat(asked).as("secrets asked for").isZero();
        assertThat(server.closed()).isTrue();
    }

    @Test
    void whatGivesAwayThePasswordFollowsTheChannel() {
        for (Cleartext choice : Cleartext.values()) {
            AuthPolicy policy = AuthPolicy.DEFAULT.withCleartext(choice);
            for (BackendMessage request : List.of(cleartext(), CRYPT)) {
                check(choice == Cleartext.ALWAYS, request, PLAIN, policy);
                check(choice.compareTo(Cleartext.LOCAL) >= 0, request, LOCAL, policy);
                check(choice != Cleartext.NEVER, request, ENCRYPTED, policy);
            }
            for (ChannelInfo channel : List.of(PLAIN, LOCAL, ENCRYPTED)) {
                assertAnswered(md5(0x5b3c9a01), channel, policy);
                assertAnswered(new Authentication.KerberosV5(), channel, policy);
            }
        }
    }

    /** To tell a server's user is one thing, to require it another. */
    @Test
    void aUnixSocketCountsAsTlsOnlyIfItsPeerIsRequired() {
        AuthPolicy tls = AuthPolicy.DEFAULT;
        for (BackendMessage request : List.of(cleartext(), CRYPT)) {
            requiredPeer = Optional.empty();
            assertRefused(request, KNOWN, tls);
            requiredPeer = Optional.of("postgres");
            assertAnswered(request, KNOWN, tls);
            assertRefused(request, KNOWN, tls.withCleartext(Cleartext.NEVER));
            assertRefused(request, PLAIN.withPeerUser("postgres"), tls);
        }
    }

    @Test
    void encryptionWithoutVerificationDoesNotCount() throws NoSuchAlgorithmException {
        SSLSession session = SSLContext.getDefault().createSSLEngine().getSession();
        for (Cleartext choice : Cleartext.values()) {
            check(
                    choice == Cleartext.ALWAYS,
                    cleartext(),
                    PLAIN.withTls(session),
                    AuthPolicy.DEFAULT.withCleartext(choice));
        }
    }

    private void check(boolean allowed, BackendMessage request, ChannelInfo channel, AuthPolicy policy) {
        if (allowed) {
            assertAnswered(request, channel, policy);
        } else {
            assertRefused(request, channel, policy);
        }
    }

    @Test
    void onlyRequiredMethodsAreAnswered() {
        AuthPolicy willing = AuthPolicy.DEFAULT.withCleartext(Cleartext.ALWAYS);
        List<String> methods = List.of("krb4", "krb5", "password", "crypt", "md5", "creds");
        List<BackendMessage> requests = List.of(
                new Authentication.KerberosV4(),
                new Authentication.KerberosV5(),
                cleartext(),
                CRYPT,
                md5(0x5b3c9a01),
                new Authentication.ScmCredential());
        for (String required : methods) {
            for (int i = 0; i < methods.size(); i++) {
                boolean same = methods.get(i).equals(required);
                check(same, requests.get(i), LOCAL, willing.withRequireAuth(required));
                boolean named = !List.of("krb4", "creds").contains(methods.get(i));
                check(!same && named, requests.get(i), LOCAL, willing.withRequireAuth("!" + required));
            }
        }
    }

    @Test
    void whatLeavesTheServerOpenHasToBeNamed() {
        assertRefused(new Authentication.KerberosV4(), LOCAL, AuthPolicy.DEFAULT);
        assertRefused(new Authentication.ScmCredential(), LOCAL, AuthPolicy.DEFAULT);
    }

    @Test
    void beingLetInWithoutAQuestionIsAMethod() {
        for (String list : List.of("md5", "krb5,md5", "!none")) {
            FakeServer server = FakeServer.loggedIn();
            assertThatThrownBy(() -> client(server, AuthPolicy.DEFAULT.withRequireAuth(list))
                            .connect())
                    .isInstanceOf(PgAuthException.class)
                    .hasMessage("the server lets in without asking for anything, but requireAuth is " + list);
            assertThat(server.received()).hasSize(STARTUP_LENGTH);
        }
        for (String list : List.of("none", "none,md5", "!md5", "")) {
            assertThat(client(FakeServer.loggedIn(), AuthPolicy.DEFAULT.withRequireAuth(list))
                            .connect()
                            .isOpen())
                    .isTrue();
        }
        assertAnswered(md5(0x5b3c9a01), PLAIN, AuthPolicy.DEFAULT.withRequireAuth("md5"));
    }

    @Test
    void whatProtocol2CannotCarryIsExplained() {
        assertUnsupported(7, "GSSAPI");
        assertUnsupported(8, "GSSAPI");
        assertUnsupported(9, "SSPI");
        assertUnsupported(10, "SASL, as in scram-sha-256");
        assertUnsupported(99, "what no server up to 13 asks for");
    }

    private void assertUnsupported(int code, String what) {
        FakeServer server = asking(new Authentication.Unknown(code), ENCRYPTED);
        assertThatThrownBy(() -> client(server, AuthPolicy.DEFAULT.withCleartext(Cleartext.ALWAYS))
                        .connect())
                .isInstanceOfSatisfying(
                        PgAuthException.class,
                        thrown -> assertThat(thrown.kind()).isEqualTo(Kind.UNSUPPORTED))
                .hasMessageContaining("asks for " + what)
                .hasMessageContaining("administrator")
                .hasMessageContaining("md5");
        assertThat(server.received()).hasSize(STARTUP_LENGTH);
        assertThat(asked).isZero();
    }

    @Test
    void aPolicyThatLeavesNoMethodMakesNoClient() {
        FakeServer server = new FakeServer();
        AuthPolicy nothing = AuthPolicy.DEFAULT.withRequireAuth("!none,!password,!crypt,!md5,!krb4,!krb5,!creds");
        assertThatThrownBy(() -> client(server, nothing))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("allows none");
        assertThatThrownBy(() -> AuthPolicy.DEFAULT.withRequireAuth("md5,!crypt"))
                .isInstanceOf(PgUsageException.class);
    }

    @Test
    void aRefusedCryptIsExplained() {
        FakeServer server =
                new FakeServer().answer(CRYPT).answer(error("Password authentication failed for user 'alice'"));
        assertThatThrownBy(() -> client(server, AuthPolicy.DEFAULT.withCleartext(Cleartext.ALWAYS))
                        .connect())
                .hasMessageContaining("MD5 hash");
    }

    @Test
    void namesAndPasswordsTakeTheCharset() {
        FakeServer server = asking(md5(0x5b3c9a01), PLAIN);
        server.client()
                .user("jürgen")
                .database("büro")
                .password("geheimß"::toCharArray)
                .authCharset(StandardCharsets.ISO_8859_1)
                .authProvider(Providers.sending("md5", 5, Exposure.GUESSABLE))
                .build()
                .connect();
        String sent = new String(server.received(), StandardCharsets.ISO_8859_1);
        assertThat(sent).contains("büro\0").contains("jürgen\0").contains("geheimß\0");
        assertThatThrownBy(() -> server.client()
                        .user("€")
                        .authCharset(StandardCharsets.ISO_8859_1)
                        .build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("ISO-8859-1 cannot express the name €");
    }

    @Test
    void passwordsCanBeBytes() {
        byte[] password = {'s', (byte) 0xff, 'e'};
        FakeServer server = asking(md5(0x5b3c9a01), PLAIN);
        server.client()
                .credentials(CredentialSource.ofBytes(() -> password))
                .authProvider(Providers.sending("md5", 5, Exposure.GUESSABLE))
                .build()
                .connect();
        byte[] sent = server.received();
        assertThat(Arrays.copyOfRange(sent, STARTUP_LENGTH + 4, STARTUP_LENGTH + 8))
                .containsExactly('s', 0xff, 'e', 0);
        assertThat(password).containsOnly(0);
    }

    @Test
    void optionsReachTheirMethodAndNoOther() {
        FakeServer server = asking(md5(0x5b3c9a01), PLAIN);
        server.client()
                .password("secret"::toCharArray)
                .authOption("md5.a", "1")
                .authOption("krb5.b", "2")
                .authProvider(Providers.proving("krb5", 2, exchange -> {}))
                .authProvider(Providers.of("md5", 5, exchange -> {
                    assertThat(exchange.options()).containsOnlyKeys("a").containsEntry("a", "1");
                    exchange.sendPassword(new byte[] {'x'});
                }))
                .build()
                .connect();
        assertThatThrownBy(() -> server.client().authOption("krb5.a", "1").build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("no such method");
        assertThatThrownBy(() -> server.client().authOption("serviceName", "1")).isInstanceOf(PgUsageException.class);
    }
}
