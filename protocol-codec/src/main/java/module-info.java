/** Messages, framing and session states of protocol 2.0: pure values and computation, no I/O. */
module io.github.pgtwo.codec {
    exports io.github.pgtwo.codec;
    exports io.github.pgtwo.codec.backend;
    exports io.github.pgtwo.codec.frontend;
    exports io.github.pgtwo.codec.session;
    exports io.github.pgtwo.codec.trace;
}
