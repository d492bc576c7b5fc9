/**
 * Reads mailboxes by IMAP, one message at a time, and moves each when it was judged. It does not look into messages.
 */
@NullMarked
package org.appel.applications.mailbox.imap;

import org.jspecify.annotations.NullMarked;
