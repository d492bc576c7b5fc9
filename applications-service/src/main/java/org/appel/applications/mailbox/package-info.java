/**
 * The second door: applications by e-mail. Judges each message of the organisations' mailboxes once, files it under the
 * one posting that its subject names, or lays it in the tray of unsorted messages for HR. {@code imap} reads the
 * mailboxes, {@code mime} takes messages apart, {@code routing} knows subjects and papers; none of the three decides.
 */
@NullMarked
package org.appel.applications.mailbox;

import org.jspecify.annotations.NullMarked;
