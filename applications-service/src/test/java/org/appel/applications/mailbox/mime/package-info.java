/** Tests of {@code mime}. */
@NullMarked
package org.appel.applications.mailbox.mime;

import org.jspecify.annotations.NullMarked;
