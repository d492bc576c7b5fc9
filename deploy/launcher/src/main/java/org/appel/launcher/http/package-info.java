/** Speaking to the services over their public API, as any front end would. */
@NullMarked
package org.appel.launcher.http;

import org.jspecify.annotations.NullMarked;
