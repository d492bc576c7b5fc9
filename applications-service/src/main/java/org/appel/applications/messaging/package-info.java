/**
 * The wire: the events this service reads, as far as it reads them, and the events it sends. A record here is shaped
 * by the contract and by nothing else; what an event does is decided by the feature that owns the effect.
 */
@NullMarked
package org.appel.applications.messaging;

import org.jspecify.annotations.NullMarked;
