package io.github.pgtwo.client.event;

/**
 * Somebody notified a condition that this connection listens to. Payloads do not exist in protocol 2.0.
 *
 * @param processId the backend that notified, perhaps our own
 * @param condition its name, case kept
 */
public record Notification(int processId, String condition) {}
