/** One class for each promise of the architecture, against the whole system as it is shipped. */
@NullMarked
package org.appel.promises;

import org.jspecify.annotations.NullMarked;
