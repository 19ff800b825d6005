package io.github.pgtwo.client.login;

import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.codec.frontend.CancelRequest;
import java.util.Optional;

/**
 * What a login leads to.
 *
 * @param wire ready for the first query
 * @param key what cancels it; some servers give none
 */
public record Entrance(Wire wire, Optional<CancelRequest> key) {}
