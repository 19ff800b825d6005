/**
 * The login methods of protocol 2.0, one class each (section 4).
 *
 * <p>Here lives what computes an answer from a challenge and a secret. Whether a method may be used at all
 * is decided by the client's policy before a provider is asked; where the secret comes from is the
 * application's. Method {@code trust} needs no provider: the server asks for nothing.
 */
package io.github.pgtwo.auth;
