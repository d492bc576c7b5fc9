/**
 * What can be set, and how each refusal of the model becomes an answer over HTTP.
 * No rule of the domain lives here.
 */
@NullMarked
package org.appel.applications.config;

import org.jspecify.annotations.NullMarked;
