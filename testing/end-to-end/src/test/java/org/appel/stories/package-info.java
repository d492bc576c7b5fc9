/** What people do with Appel, from their first request to the last answer, each on a system of its own. */
@NullMarked
package org.appel.stories;

import org.jspecify.annotations.NullMarked;
