package org.appel.notification.model;

import java.util.UUID;

/** Takes in what the owners of webhooks have to be told. */
public interface WebhookMails {

    /**
     * Owes the owner a mail, in the transaction of the caller.
     *
     * @param event id of the event by which it is owed; again the same one owes no second mail
     */
    void owe(UUID event, Occasion.WebhookDisabled occasion);
}
