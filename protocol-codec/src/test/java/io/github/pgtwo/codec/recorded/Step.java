package io.github.pgtwo.codec.recorded;

import io.github.pgtwo.codec.Bytes;

/** What one side did, between two things that the other did. */
record Step(boolean fromClient, Kind kind, Bytes bytes) {
    enum Kind {
        SENT,
        CLOSED,
        RESET
    }
}
