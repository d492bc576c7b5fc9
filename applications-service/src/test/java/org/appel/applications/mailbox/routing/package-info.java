/** Tests of {@code mailbox.routing}, and the corpus of mails that they read. */
@NullMarked
package org.appel.applications.mailbox.routing;

import org.jspecify.annotations.NullMarked;
