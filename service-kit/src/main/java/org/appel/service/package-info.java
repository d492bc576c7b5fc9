/**
 * What each service has at its edge: problems, strict bodies, pages, entity tags, the caller, the clock, the arrival.
 *
 * <p>Nothing here knows a posting or an application. A service maps its own refusals to a {@link
 * org.appel.service.Problem}; whatever else goes wrong at the edge is mapped here, once for all services.
 */
@NullMarked
package org.appel.service;

import org.jspecify.annotations.NullMarked;
