/**
 * The events that come in and go out, field by field as the contracts say. No rule lives here.
 */
@NullMarked
package org.appel.notification.messaging;

import org.jspecify.annotations.NullMarked;
