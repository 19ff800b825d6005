package io.github.pgtwo.codec.backend;

import java.util.Map;
import java.util.TreeMap;

/**
 * Login requests that protocol 2.0 does not define, and how many bytes of challenge follow the code of each. Both sides
 * have to know, as the message has no length (protocol 2.0, section 3.3); what is not declared ends the conversation.
 * A declared request is answered by a password packet. Immutable.
 */
public final class DeclaredRequests {
    /** None: only the requests of protocol 2.0 can be read. */
    public static final DeclaredRequests NONE = new DeclaredRequests(Map.of());

    /** The most bytes that a challenge can have. */
    public static final int LONGEST_CHALLENGE = 1024;

    private static final int LAST_TAKEN = 12;

    private final Map<Integer, Integer> challengeLengths;

    private DeclaredRequests(Map<Integer, Integer> challengeLengths) {
        this.challengeLengths = challengeLengths;
    }

    /**
     * The same and one more.
     *
     * @param code any but 0 to 12, which mean something to servers, and those that are declared already
     * @param challengeLength in bytes, 0 to {@link #LONGEST_CHALLENGE}
     * @throws IllegalArgumentException if one of them is not within its range
     */
    public DeclaredRequests with(int code, int challengeLength) {
        if (!isFree(code) || contains(code)) {
            throw new IllegalArgumentException("login request " + code + " has its meaning already");
        }
        if (challengeLength < 0 || challengeLength > LONGEST_CHALLENGE) {
            throw new IllegalArgumentException("a challenge of " + challengeLength + " bytes behind login request "
                    + code + " is not within 0 to " + LONGEST_CHALLENGE);
        }
        Map<Integer, Integer> more = new TreeMap<>(challengeLengths);
        more.put(code, challengeLength);
        return new DeclaredRequests(more);
    }

    /** Whether no server gives the code a meaning. */
    static boolean isFree(int code) {
        return code < 0 || code > LAST_TAKEN;
    }

    boolean isEmpty() {
        return challengeLengths.isEmpty();
    }

    boolean contains(int code) {
        return challengeLengths.containsKey(code);
    }

    /** In bytes; 0 for what is not declared, behind which nothing can be read. */
    int challengeLength(int code) {
        return challengeLengths.getOrDefault(code, 0);
    }

    @Override
    public String toString() {
        return "DeclaredRequests" + challengeLengths;
    }
}
