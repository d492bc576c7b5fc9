/**
 * Ends the retention of applications: announces it to their candidates, and erases on the announced day and not before.
 * How long applications are kept is told by the postings; how one is erased belongs to the erasure.
 */
@NullMarked
package org.appel.applications.retention;

import org.jspecify.annotations.NullMarked;
