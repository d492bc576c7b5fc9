/** Classes that the layout must not object to. */
@NullMarked
package org.appel.testing.right.messaging;

import org.jspecify.annotations.NullMarked;
