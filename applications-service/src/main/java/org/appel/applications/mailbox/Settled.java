package org.appel.applications.mailbox;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Judgement;
import org.appel.applications.storage.ArrivedMail;

/**
 * What became of a mail, to be noted.
 *
 * @param mail with what is to be known of it later
 * @param answer blind index under which an answer was noted; null if there is none
 */
record Settled(ArrivedMail mail, Judgement judgement, byte @Nullable [] answer) {
    @Override
    public String toString() {
        return "Settled[" + mail + ", " + judgement.outcome() + "]";
    }
}
