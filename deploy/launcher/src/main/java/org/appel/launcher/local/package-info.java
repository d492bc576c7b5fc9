/** The whole system on one machine: which ports, secrets and settings it has, in which order its parts start and stop. */
@NullMarked
package org.appel.launcher.local;

import org.jspecify.annotations.NullMarked;
