package org.appel.launcher.demo;

import org.appel.launcher.local.LocalSystem;

/** What every scene needs. */
record Stage(LocalSystem system, Narrator narrator, Scoreboard scoreboard) {

    EventLog events() {
        return new EventLog(system.broker().bootstrap());
    }

    Mailboxes mailboxes() {
        return new Mailboxes(system.mail());
    }
}
