package io.github.pgtwo.codec.fuzz;

import java.util.List;
import java.util.Random;

/** In which pieces bytes arrive. */
enum Feeding {
    /** All at once. */
    WHOLE {
        @Override
        int piece(Random cuts, int left) {
            return left;
        }
    },
    /** One by one. */
    BYTES {
        @Override
        int piece(Random cuts, int left) {
            return 1;
        }
    },
    /** Cut anywhere. */
    PIECES {
        @Override
        int piece(Random cuts, int left) {
            return 1 + cuts.nextInt(Math.min(left, 20));
        }
    },
    /** Put straight into the store by a source, cut anywhere. */
    SOURCE {
        @Override
        int piece(Random cuts, int left) {
            return 1 + cuts.nextInt(left);
        }
    },
    /** Lent without a copy, cut anywhere. */
    LENT {
        @Override
        int piece(Random cuts, int left) {
            return 1 + cuts.nextInt(left);
        }
    },
    /** All at once, rows being shown to a visitor. */
    VISITED {
        @Override
        int piece(Random cuts, int left) {
            return left;
        }
    },
    /** In any of the ways, the values of rows being handed out in pieces. */
    VALUES {
        @Override
        Feeding way(Random cuts) {
            return anyWay(cuts);
        }
    },
    /** In any of the ways, copy data being handed out where it lies. */
    DATA {
        @Override
        Feeding way(Random cuts) {
            return anyWay(cuts);
        }
    };

    /** How many of the bytes that are left make the next piece. */
    int piece(Random cuts, int left) {
        throw new IllegalStateException(this + " has another way for each piece");
    }

    /** How the next piece arrives. */
    Feeding way(Random cuts) {
        return this;
    }

    private static Feeding anyWay(Random cuts) {
        return List.of(WHOLE, BYTES, PIECES, SOURCE, LENT).get(cuts.nextInt(5));
    }
}
