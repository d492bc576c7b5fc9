package org.appel.messaging;

/**
 * What a service does with the events of one topic.
 *
 * <p>{@link #handle} runs inside the transaction in which the inbox notes the event's id, so its effect and the note
 * are committed together or not at all: a second delivery of the same event does nothing. The transaction may be that of a
 * group of events ({@link Inbox#groupReader}).
 */
public interface EventHandler {

    /** The topic whose events are handled; a dead letter of this topic is replayed through this handler. */
    String topic();

    /**
     * Applies the event to this service's own tables. No slow or outside work belongs here: it holds a transaction.
     *
     * @throws PoisonEvent if the event can never be processed
     */
    void handle(Envelope envelope);
}
