/**
 * What the client sends (F to B in the protocol text): one immutable record a message, one file each, with
 * the layout, the checks, the reading and the writing.
 *
 * <p>{@link io.github.pgtwo.codec.frontend.FrontendDecoder} reads them, for servers, proxies and analysers.
 * The checks stand in the constructors, so a message that would corrupt the stream cannot exist.
 */
package io.github.pgtwo.codec.frontend;
