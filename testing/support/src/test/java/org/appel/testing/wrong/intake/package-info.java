/** Classes that the layout must object to. */
@NullMarked
package org.appel.testing.wrong.intake;

import org.jspecify.annotations.NullMarked;
