/** Classes that the layout must object to. */
@NullMarked
package org.appel.testing.wrong.model;

import org.jspecify.annotations.NullMarked;
