package org.appel.postings.authoring;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What two versions of a posting say differently.
 *
 * @param id of the posting
 * @param from number of the version that is compared with
 * @param version number of the version that is asked about
 */
@Schema(name = "Differences", description = "What two versions of a posting say differently")
record DifferencesView(UUID id, int from, int version, List<Difference> differences) {}
