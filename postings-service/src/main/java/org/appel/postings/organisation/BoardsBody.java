package org.appel.postings.organisation;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Boards;

/**
 * What job boards know an organisation by.
 *
 * @param linkedinCompanyId number of its page on LinkedIn
 * @param linkedinPosterEmail whom LinkedIn writes to about its jobs; the feed shows it to everybody
 * @param reliefwebSource number of the organisation on ReliefWeb
 */
@Schema(name = "OrganisationOnBoards", description = "What job boards know it by; the e-mail stands in LinkedIn's feed")
record BoardsBody(
        @Pattern(regexp = "[0-9]{1,20}", message = "must be the number of the organisation's page") @Nullable
        String linkedinCompanyId,

        @Email @Size(max = 254) @Nullable String linkedinPosterEmail,
        @Positive @Nullable Integer reliefwebSource) {

    static BoardsBody of(Boards boards) {
        return new BoardsBody(boards.linkedinCompanyId(), boards.linkedinPosterEmail(), boards.reliefwebSource());
    }

    Boards toBoards() {
        return new Boards(linkedinCompanyId, linkedinPosterEmail, reliefwebSource);
    }
}
