/** The sample organisations and the five real notices, and how they come into a running system: over its API, as HR would write them. */
@NullMarked
package org.appel.launcher.samples;

import org.jspecify.annotations.NullMarked;
