/** Classes that the layout must object to. */
@NullMarked
package org.appel.testing.wrong.selection;

import org.jspecify.annotations.NullMarked;
