/** Tests of {@code intake}. */
@NullMarked
package org.appel.applications.intake;

import org.jspecify.annotations.NullMarked;
