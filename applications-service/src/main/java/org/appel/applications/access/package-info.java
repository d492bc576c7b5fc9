/**
 * Who looked at which file, when and what for: noted before it is shown, listed for those who answer for it, forgotten
 * when it is old. What is looked at, other features decide.
 */
@NullMarked
package org.appel.applications.access;

import org.jspecify.annotations.NullMarked;
