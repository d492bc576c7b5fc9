/** Tests of {@code knownposting}. */
@NullMarked
package org.appel.applications.knownposting;

import org.jspecify.annotations.NullMarked;
