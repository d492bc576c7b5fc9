/** The three services as processes of their own: how they are started, watched, restarted and stopped. */
@NullMarked
package org.appel.launcher.process;

import org.jspecify.annotations.NullMarked;
