/** Tests of {@code erasure}. */
@NullMarked
package org.appel.applications.erasure;

import org.jspecify.annotations.NullMarked;
