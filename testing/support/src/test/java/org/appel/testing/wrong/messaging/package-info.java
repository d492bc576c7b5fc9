/** Classes that the layout must object to. */
@NullMarked
package org.appel.testing.wrong.messaging;

import org.jspecify.annotations.NullMarked;
