/**
 * The rules of telling people: which mail is owed, what its letter says, and what happens after each attempt.
 *
 * <p>Plain Java that knows no database, no HTTP and no mail server. What the rules need from outside stands here as a
 * port: {@link org.appel.notification.model.Letters}, {@link org.appel.notification.model.Postings} and
 * {@link org.appel.notification.model.WebhookMails}.
 */
@NullMarked
package org.appel.notification.model;

import org.jspecify.annotations.NullMarked;
