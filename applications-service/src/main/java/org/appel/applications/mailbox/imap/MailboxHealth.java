package org.appel.applications.mailbox.imap;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import org.appel.applications.storage.MailboxFolders.State;

/** Tells how the mailboxes are; never red, since the API takes applications without them, and mails wait. */
@Readiness
class MailboxHealth implements HealthCheck {
    private final MailboxMeters meters;

    MailboxHealth(MailboxMeters meters) {
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("mailboxes").up();
        for (State state : meters.states()) {
            answer.withData(state.mailbox() + "/" + state.folder(), said(state));
        }
        return answer.build();
    }

    private static String said(State state) {
        if (state.connected()) {
            return "connected since " + state.since();
        }
        return "away since " + state.since() + (state.trouble() == null ? "" : ": " + state.trouble());
    }
}
