/** How text comes to the person at the terminal. */
@NullMarked
package org.appel.launcher.screen;

import org.jspecify.annotations.NullMarked;
