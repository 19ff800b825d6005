package io.github.pgtwo.codec.fuzz;

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
    };

    /** How many of the bytes that are left make the next piece. */
    abstract int piece(Random cuts, int left);
}
