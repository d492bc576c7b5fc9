/** Documents full of their authors' traces, and what is left of those. */
@NullMarked
package org.appel.inspection.stripping;

import org.jspecify.annotations.NullMarked;
