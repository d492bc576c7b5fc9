package org.appel.postings.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.ChangeKind;
import org.appel.postings.model.Coded;
import org.appel.service.Fault;
import org.appel.service.InvalidBody;

/**
 * A webhook as its owner writes it.
 *
 * @param from where in the change log it begins; only when it is made
 */
@Schema(name = "WebhookBody")
record WebhookBody(
        @Schema(description = "https, in the public internet", examples = "https://board.example/hooks/appel")
        @NotBlank(message = "is missing")
        @Size(max = 2000)
        String url,

        @Schema(
                description = "What it wants to hear of; everything when left out",
                examples = "[\"posting.published\", \"posting.closed\"]")
        @Size(max = 20)
        @Nullable
        List<@NotNull String> events,

        @Schema(description = "Whose postings; everybody's when left out", examples = "[\"omct\"]")
        @Size(max = 100)
        @Nullable
        List<@NotNull @Pattern(regexp = "[a-z0-9-]{1,63}", message = "must be an id such as omct") String>
                organisations,

        @Schema(
                description = "The last entry of the change log that you have: you are told of everything after it."
                        + " From now on when left out; only when the webhook is made",
                examples = "17")
        @Min(0)
        @Nullable
        Long from) {

    private static final String PREFIX = "posting.";

    /** @throws InvalidBody with everything that is wrong */
    Wanted toWanted() {
        var faults = new ArrayList<Fault>();
        var kinds = EnumSet.noneOf(ChangeKind.class);
        var names = events == null ? List.<String>of() : events;
        for (int i = 0; i < names.size(); i++) {
            try {
                kinds.add(kind(names.get(i)));
            } catch (IllegalArgumentException e) {
                faults.add(new Fault("/events/" + i, "must be a kind of change, such as posting.published"));
            }
        }
        URI address = null;
        try {
            address = new URI(url);
        } catch (URISyntaxException e) {
            faults.add(new Fault("/url", "must be an address"));
        }
        if (address == null || !faults.isEmpty()) {
            throw new InvalidBody(List.copyOf(faults));
        }
        return new Wanted(address, kinds, organisations == null ? List.of() : List.copyOf(organisations), from);
    }

    private static ChangeKind kind(String name) {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException(name);
        }
        return Coded.of(ChangeKind.class, name.substring(PREFIX.length()));
    }

    /** What the owner wants, understood. */
    record Wanted(
            URI url,
            Set<ChangeKind> events,
            List<String> organisations,
            @Nullable Long from) {}
}
