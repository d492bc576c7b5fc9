package org.appel.postings.organisation;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
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
 * An organisation as an administrator writes it. What may be missing is null where the body does not speak of it, which
 * keeps what is known, and empty where the body says null, which takes it away.
 *
 * @param id may be repeated from the address, and must then be the same
 * @param names its name in other languages, by ISO 639-1 code
 * @param language ISO 639-1 code of the language in which it wants to be written to
 * @param zone IANA time zone of its seat
 * @param approval none or second-person; empty for none
 * @param website http or https
 * @param logo a picture, http or https
 */
@Schema(name = "OrganisationBody")
record OrganisationBody(
        @Nullable String id,

        @NotBlank(message = "is missing: as it signs") @Size(max = 300)
        String name,

        @JsonDeserialize(using = OrAbsent.class) @Nullable
        Optional<@Size(max = 20) Map<@Registered(In.LANGUAGES) String, @NotBlank @Size(max = 300) String>> names,

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
                        + " Left out it stays as it is; null is none.",
                enumeration = {"none", "second-person"})
        @JsonDeserialize(using = OrAbsent.class)
        @Nullable
        Optional<@Pattern(regexp = "none|second-person", message = "must be none or second-person") String> approval,

        @JsonDeserialize(using = OrAbsent.class) @Nullable Optional<@WebAddress String> website,

        @JsonDeserialize(using = OrAbsent.class) @Nullable Optional<@WebAddress String> logo,

        @JsonDeserialize(using = OrAbsent.class) @Nullable Optional<@Valid BoardsBody> boards) {

    /**
     * @param known what is known of it; null if it is new
     * @throws InvalidBody if the body repeats another id
     */
    Organisation toOrganisation(String idInAddress, @Nullable Organisation known) {
        if (id != null && !id.equals(idInAddress)) {
            throw new InvalidBody(List.of(new Fault("/id", "must be " + idInAddress + ", as in the address")));
        }
        return new Organisation(
                idInAddress,
                name,
                names == null ? known == null ? Map.of() : known.names() : names.orElse(Map.of()),
                language,
                hrAddresses,
                country,
                ZoneId.of(zone),
                approval(known),
                website == null ? known == null ? null : known.website() : address(website),
                logo == null ? known == null ? null : known.logo() : address(logo),
                boards(known));
    }

    private ApprovalRule approval(@Nullable Organisation known) {
        if (approval == null) {
            return known == null ? ApprovalRule.NONE : known.approval();
        }
        return approval.map(code -> Coded.of(ApprovalRule.class, code)).orElse(ApprovalRule.NONE);
    }

    private Boards boards(@Nullable Organisation known) {
        if (boards == null) {
            return known == null ? Boards.NONE : known.boards();
        }
        return boards.map(BoardsBody::toBoards).orElse(Boards.NONE);
    }

    private static @Nullable URI address(Optional<String> text) {
        return text.map(URI::create).orElse(null);
    }
}
