/** Classes that the layout must not object to. */
@NullMarked
package org.appel.testing.right.storage;

import org.jspecify.annotations.NullMarked;
