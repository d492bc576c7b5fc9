/**
 * Load runs against the messaging kit, in its own package because the kit shows its parts to nobody else.
 */
@NullMarked
package org.appel.messaging;

import org.jspecify.annotations.NullMarked;
