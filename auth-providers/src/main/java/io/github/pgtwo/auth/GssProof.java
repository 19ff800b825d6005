package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthTarget;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Optional;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** A proof by Java's GSS-API, whose tokens hold the messages of Kerberos behind a header. Close after use. */
final class GssProof implements KerberosProof, AutoCloseable {
    private static final String KERBEROS = "1.2.840.113554.1.2.2";
    private static final String PRINCIPAL_NAME = "1.2.840.113554.1.2.2.1";

    private final GSSContext context;
    private final Optional<Subject> subject;

    private GssProof(GSSContext context, Optional<Subject> subject) {
        this.context = context;
        this.subject = subject;
    }

    /** A proof with the tickets of this subject, or if there is none, of the process. */
    static GssProof of(KerberosOptions options, AuthTarget target, Optional<Subject> subject)
            throws AuthenticationException {
        try {
            Oid kerberos = new Oid(KERBEROS);
            GSSContext context = GSSManager.getInstance()
                    .createContext(server(options, target), kerberos, null, GSSContext.DEFAULT_LIFETIME);
            context.requestMutualAuth(options.mutual());
            context.requestCredDeleg(false);
            context.requestConf(false);
            context.requestInteg(false);
            context.requestReplayDet(false);
            context.requestSequenceDet(false);
            return new GssProof(context, subject);
        } catch (GSSException e) {
            throw new AuthenticationException(Kind.NO_CREDENTIAL, "Kerberos cannot begin: " + e.getMessage(), e);
        }
    }

    private static GSSName server(KerberosOptions options, AuthTarget target)
            throws GSSException, AuthenticationException {
        GSSManager manager = GSSManager.getInstance();
        return options.servicePrincipal().isEmpty()
                ? manager.createName(options.serviceName() + "@" + options.host(target), GSSName.NT_HOSTBASED_SERVICE)
                : manager.createName(options.servicePrincipal(), new Oid(PRINCIPAL_NAME));
    }

    @Override
    public byte[] request() throws AuthenticationException {
        try {
            return GssToken.unwrap(step(new byte[0]), GssToken.AP_REQ);
        } catch (GSSException e) {
            throw new AuthenticationException(
                    Kind.NO_CREDENTIAL, "there is no Kerberos ticket for the server: " + e.getMessage(), e);
        }
    }

    @Override
    public void verify(byte[] reply) throws AuthenticationException {
        try {
            step(GssToken.wrap(reply, GssToken.AP_REP));
        } catch (GSSException e) {
            throw new AuthenticationException(
                    Kind.SERVER_NOT_PROVEN, "the server could not prove its identity: " + e.getMessage(), e);
        }
        if (!context.isEstablished() || !context.getMutualAuthState()) {
            throw new AuthenticationException(Kind.SERVER_NOT_PROVEN, "the server could not prove its identity");
        }
    }

    private byte[] step(byte[] token) throws GSSException {
        PrivilegedExceptionAction<byte[]> step = () -> context.initSecContext(token, 0, token.length);
        try {
            byte[] answer = subject.isPresent() ? Subject.doAs(subject.get(), step) : step.run();
            return answer == null ? new byte[0] : answer;
        } catch (PrivilegedActionException e) {
            throw asGss(e.getException());
        } catch (GSSException e) {
            throw e;
        } catch (Exception e) {
            throw asGss(e);
        }
    }

    private static GSSException asGss(Exception e) {
        return e instanceof GSSException gss ? gss : new GSSException(GSSException.FAILURE, 0, e.toString());
    }

    @Override
    public void close() throws AuthenticationException {
        try {
            context.dispose();
        } catch (GSSException e) {
            throw new AuthenticationException(Kind.PROTOCOL, "Kerberos cannot end: " + e.getMessage(), e);
        }
    }
}
