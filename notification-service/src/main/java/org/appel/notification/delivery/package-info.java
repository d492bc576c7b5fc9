/**
 * The mail queue and its senders: from the event by which a mail is owed to the mail server that takes it over.
 *
 * <p>An event only queues. Senders claim what is due, ask who the recipient is, have the letter written and send it,
 * all outside of transactions. Addresses, names and texts live only as long as one attempt: they are not stored and
 * not logged.
 */
@NullMarked
package org.appel.notification.delivery;

import org.jspecify.annotations.NullMarked;
