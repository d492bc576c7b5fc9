/**
 * The service's settings, and how its refusals become HTTP.
 */
@NullMarked
package org.appel.notification.config;

import org.jspecify.annotations.NullMarked;
