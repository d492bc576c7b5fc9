package org.appel.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** A small service's edge, for the kit's tests. */
@Path("/offers")
@RunOnVirtualThread
public class OfferResource {

    /** What is offered. */
    public record Offer(@NotBlank String title, Integer percent) {}

    private final Caller caller;
    private final Arrival arrival;
    private final Clock clock;

    OfferResource(Caller caller, Arrival arrival, Clock clock) {
        this.caller = caller;
        this.arrival = arrival;
        this.clock = clock;
    }

    @GET
    @PermitAll
    public Response list(@Context UriInfo uri) {
        return Pages.respond(uri, List.of("a", "b"), Cursor.encode("b"));
    }

    @POST
    @PermitAll
    public Map<String, Instant> take(Offer offer) {
        return Map.of("arrived", arrival.at(), "read", clock.instant());
    }

    @PUT
    @PermitAll
    public String change(@Context HttpHeaders headers, Offer offer) {
        Etags.require(headers, 7);
        return "changed";
    }

    @GET
    @Path("/of/{organisation}")
    @RolesAllowed({Roles.HR, Roles.ADMIN})
    public Map<String, Object> mine(@PathParam("organisation") String organisation) {
        return Map.of("name", caller.name(), "mine", caller.worksFor(organisation));
    }

    @GET
    @Path("/fault")
    @PermitAll
    public String fault() {
        throw new IllegalStateException("an inner detail that nobody outside should read");
    }
}
