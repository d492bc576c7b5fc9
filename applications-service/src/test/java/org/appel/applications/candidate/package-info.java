/** The candidate's own view, over HTTP. */
@NullMarked
package org.appel.applications.candidate;

import org.jspecify.annotations.NullMarked;
