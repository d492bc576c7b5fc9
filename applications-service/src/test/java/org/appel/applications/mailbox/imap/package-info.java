/** Tests of {@code imap}. */
@NullMarked
package org.appel.applications.mailbox.imap;

import org.jspecify.annotations.NullMarked;
