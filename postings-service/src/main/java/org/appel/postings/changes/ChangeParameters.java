package org.appel.postings.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Paging;
import org.appel.service.Fault;

/** The parameters of readers of the change log, as they were written. */
class ChangeParameters {

    static final int LARGEST = 500;
    private static final int USUAL = 100;

    /** Eighteen digits fit into a long, and no log gets that far. */
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

    private static final Pattern SIZE = Pattern.compile("[0-9]{1,4}");
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");

    @RestQuery
    @Parameter(
            description = "The last entry that you have; 0, the usual, for the beginning",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"),
            example = "17")
    @Nullable
    String after;

    @RestQuery
    @Parameter(
            description = "1 to 500; 100 when left out. For a stream it has no meaning",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
    @Nullable
    String limit;

    @RestQuery
    @Parameter(description = "Only what happened to postings of this organisation", example = "omct")
    @Nullable
    String organisation;

    @RestHeader("Last-Event-ID")
    @Parameter(hidden = true)
    @Nullable
    String lastEventId;

    /**
     * A page that is asked for.
     *
     * @throws RuntimeException 400 naming every parameter that cannot be understood
     */
    Wanted page() {
        return wanted("/after", given(after));
    }

    /**
     * A stream that is asked for; where an earlier one broke off wins over where it was told to begin.
     *
     * @throws RuntimeException 400 naming every parameter that cannot be understood
     */
    Wanted stream() {
        var broken = given(lastEventId);
        return broken == null ? page() : wanted("/Last-Event-ID", broken);
    }

    private Wanted wanted(String pointer, @Nullable String place) {
        var faults = new ArrayList<Fault>();
        if (place != null && !PLACE.matcher(place).matches()) {
            faults.add(new Fault(pointer, "must be the seq of an entry that you have, or 0"));
        }
        var size = given(limit);
        if (size != null && !isSize(size)) {
            faults.add(new Fault("/limit", "must be a number from 1 to " + LARGEST));
        }
        var whose = given(organisation);
        if (whose != null && !ID.matcher(whose).matches()) {
            faults.add(new Fault("/organisation", "must be an id such as omct"));
        }
        if (!faults.isEmpty()) {
            throw Paging.invalid(List.copyOf(faults));
        }
        return new Wanted(
                place == null ? 0 : Long.parseLong(place), whose, size == null ? USUAL : Integer.parseInt(size));
    }

    private static boolean isSize(String text) {
        return SIZE.matcher(text).matches() && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LARGEST;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /**
     * What a reader wants.
     *
     * @param after the last entry that the reader has
     * @param organisation whose postings; null for everybody's
     * @param limit 1 to 500
     */
    record Wanted(long after, @Nullable String organisation, int limit) {}
}
