@NullMarked
package org.appel.applications.mailbox;

import org.jspecify.annotations.NullMarked;
