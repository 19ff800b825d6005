package io.github.pgtwo.console.demo;

/**
 * One thing to show.
 *
 * @param asked what is asked of the server
 * @param action does it
 */
record Step(String asked, Action action) {

    /** Asks, checks, and returns what came back, in few words; throws whatever it likes if it is not right. */
    @FunctionalInterface
    interface Action {
        String run(Site site) throws Exception;
    }
}
