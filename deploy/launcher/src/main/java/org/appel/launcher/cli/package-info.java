/** The commands of {@code ./appel} that run in Java: their options, what they print, their exit status. */
@NullMarked
package org.appel.launcher.cli;

import org.jspecify.annotations.NullMarked;
