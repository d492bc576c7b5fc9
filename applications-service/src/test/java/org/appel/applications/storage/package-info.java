/** Tests of {@code storage}. */
@NullMarked
package org.appel.applications.storage;

import org.jspecify.annotations.NullMarked;
