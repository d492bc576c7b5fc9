package org.appel.postings.organisation;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Registered;
import org.appel.postings.config.Registered.In;
import org.appel.postings.config.WebAddress;
import org.appel.postings.model.ApprovalRule;
import org.appel.postings.model.Boards;
import org.appel.postings.model.Coded;
import org.appel.postings.model.Organisation;
import org.appel.service.Fault;
import org.appel.service.InvalidBody;

/**
 * An organisation as an administrator writes it.
 *
 * @param id may be repeated from the address, and must then be the same
 * @param names its name in other languages, by ISO 639-1 code
 * @param language ISO 639-1 code of the language in which it wants to be written to
 * @param zone IANA time zone of its seat
 * @param approval none or second-person; null for none
 * @param website http or https
 * @param logo a picture, http or https
 */
@Schema(name = "OrganisationBody")
record OrganisationBody(
        @Nullable String id,

        @NotBlank(message = "is missing: as it signs") @Size(max = 300)
        String name,

        @Size(max = 20) @Nullable Map<@Registered(In.LANGUAGES) String, @NotBlank @Size(max = 300) String> names,

        @NotNull(message = "is missing") @Registered(In.LANGUAGES)
        String language,

        @NotEmpty(message = "is missing: where its hiring team reads mail") @Size(max = 20)
        List<@NotNull @Email @Size(max = 254) String> hrAddresses,

        @NotNull(message = "is missing") @Registered(In.COUNTRIES)
        String country,

        @NotNull(message = "is missing") @Registered(In.TIME_ZONES)
        String zone,

        @Schema(
                description = "Whether somebody other than who wrote a draft approves it before it is published."
                        + " Left out it is none.",
                enumeration = {"none", "second-person"})
        @Pattern(regexp = "none|second-person", message = "must be none or second-person")
        @Nullable
        String approval,

        @WebAddress @Nullable String website,
        @WebAddress @Nullable String logo,
        @Valid @Nullable BoardsBody boards) {

    /** @throws InvalidBody if the body repeats another id */
    Organisation toOrganisation(String idInAddress) {
        if (id != null && !id.equals(idInAddress)) {
            throw new InvalidBody(List.of(new Fault("/id", "must be " + idInAddress + ", as in the address")));
        }
        return new Organisation(
                idInAddress,
                name,
                Objects.requireNonNullElse(names, Map.of()),
                language,
                hrAddresses,
                country,
                ZoneId.of(zone),
                approval == null ? ApprovalRule.NONE : Coded.of(ApprovalRule.class, approval),
                address(website),
                address(logo),
                boards == null ? Boards.NONE : boards.toBoards());
    }

    private static @Nullable URI address(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }
}
