/** Tests of {@code model}. */
@NullMarked
package org.appel.applications.model;

import org.jspecify.annotations.NullMarked;
