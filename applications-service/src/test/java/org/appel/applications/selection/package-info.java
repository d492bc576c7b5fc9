/** Tests of {@code selection}. */
@NullMarked
package org.appel.applications.selection;

import org.jspecify.annotations.NullMarked;
