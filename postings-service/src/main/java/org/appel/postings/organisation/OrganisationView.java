package org.appel.postings.organisation;

import java.net.URI;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Organisation;

/** What everybody may know of an organisation. */
@Schema(name = "Organisation", description = "What everybody may know of an organisation")
record OrganisationView(
        String id,
        String name,
        Map<String, String> names,
        String language,
        String country,
        String zone,
        String approval,
        @Nullable URI website,
        @Nullable URI logo,
        BoardsBody boards) {

    static OrganisationView of(Organisation organisation) {
        return new OrganisationView(
                organisation.id(),
                organisation.name(),
                organisation.names(),
                organisation.language(),
                organisation.country(),
                organisation.zone().getId(),
                organisation.approval().code(),
                organisation.website(),
                organisation.logo(),
                BoardsBody.of(organisation.boards()));
    }
}
