/** Tests of {@code config}. */
@NullMarked
package org.appel.applications.config;

import org.jspecify.annotations.NullMarked;
