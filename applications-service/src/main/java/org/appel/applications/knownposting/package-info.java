/**
 * Keeps the service's own copy of the postings up to date from topic {@code postings}, in whatever order the events
 * come. What an open or closed posting means for a candidate is decided in {@code intake}.
 */
@NullMarked
package org.appel.applications.knownposting;

import org.jspecify.annotations.NullMarked;
