/**
 * The language of events between services: outbox and relay on the way out, inbox and dead letters on the way in.
 *
 * <p>What lives here knows transactions, Kafka and CloudEvents, and no word of recruitment. Nothing here reads a
 * service's tables; a service reaches the kit through {@link org.appel.messaging.Outbox},
 * {@link org.appel.messaging.Inbox} and {@link org.appel.messaging.EventHandler}.
 */
@NullMarked
package org.appel.messaging;

import org.jspecify.annotations.NullMarked;
