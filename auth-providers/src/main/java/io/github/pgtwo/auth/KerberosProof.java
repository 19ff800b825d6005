package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthenticationException;

/** The two halves of a proof by Kerberos, apart from how they are sent. */
interface KerberosProof {

    /** The AP-REQ; may talk to the KDC. */
    byte[] request() throws AuthenticationException;

    /** Fails unless the AP-REP is the answer of the one server that can read the request. */
    void verify(byte[] reply) throws AuthenticationException;
}
