/**
 * The processes for documents: the service's side, which starts, asks, limits and ends them, their own side, and the few
 * bytes that both say to each other. Nothing here looks into a document but {@link InspectionProcess}, which runs there.
 */
@NullMarked
package org.appel.inspection.process;

import org.jspecify.annotations.NullMarked;
