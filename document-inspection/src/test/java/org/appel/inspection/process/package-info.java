/** The pipes, and processes that do not keep to what was agreed. */
@NullMarked
package org.appel.inspection.process;

import org.jspecify.annotations.NullMarked;
