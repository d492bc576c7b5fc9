/**
 * Tells from the content what a document is and whether it is whole and readable, within bounds of its own. Runs in the
 * process for documents only; what gets past a bound here meets that process' limits.
 */
@NullMarked
package org.appel.inspection.check;

import org.jspecify.annotations.NullMarked;
