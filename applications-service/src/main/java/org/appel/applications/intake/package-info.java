/**
 * The public door: what is asked of a candidate, and everything between a request that comes in and the application
 * that is stored, or the reason why not. Closes and counts the intake when a deadline has passed.
 */
@NullMarked
package org.appel.applications.intake;

import org.jspecify.annotations.NullMarked;
