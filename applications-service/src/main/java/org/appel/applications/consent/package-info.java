/** Shows what candidates agreed to: every wording that ever was in force, in full. Who agreed to what is kept elsewhere. */
@NullMarked
package org.appel.applications.consent;

import org.jspecify.annotations.NullMarked;
