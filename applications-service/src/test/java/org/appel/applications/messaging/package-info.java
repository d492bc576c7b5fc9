/** Tests of {@code messaging}. */
@NullMarked
package org.appel.applications.messaging;

import org.jspecify.annotations.NullMarked;
