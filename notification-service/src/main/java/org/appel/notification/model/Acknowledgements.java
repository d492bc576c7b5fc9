package org.appel.notification.model;

/**
 * What became of the acknowledgements of a posting so far; each zero or more.
 *
 * @param sent taken over by a mail server
 * @param failed given up, for the recorded reason
 * @param suppressed not to be sent, since the candidate's data has been erased or no answer was owed
 * @param pending still to be sent
 */
public record Acknowledgements(int sent, int failed, int suppressed, int pending) {

    /**
     * Counts as pending what is owed and has no end yet, so that the numbers agree even while some are still on their
     * way to this service.
     */
    public static Acknowledgements of(int owed, int sent, int failed, int suppressed) {
        return new Acknowledgements(sent, failed, suppressed, Math.max(0, owed - sent - failed - suppressed));
    }
}
