/** Classes that the layout must object to. */
@NullMarked
package org.appel.testing.wrong.storage;

import org.jspecify.annotations.NullMarked;
