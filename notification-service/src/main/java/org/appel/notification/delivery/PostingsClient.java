package org.appel.notification.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Asks the postings-service for an organisation's HR, and for the owner of a webhook. */
@Path("/")
@RegisterRestClient(configKey = "postings")
@OidcClientFilter
@Produces(MediaType.APPLICATION_JSON)
interface PostingsClient {

    @GET
    @Path("/organisations/{id}/contacts")
    ContactsBody contacts(@PathParam("id") String organisation);

    /** 404 when the webhook was removed, or its board is registered no more. */
    @GET
    @Path("/webhooks/{id}/owner")
    OwnerBody owner(@PathParam("id") UUID webhook);

    /**
     * Who answers for a webhook.
     *
     * @param name of the job board
     * @param email the address of those who answer for it
     * @param url the address that was called
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OwnerBody(String name, String email, String url) {
        @Override
        public String toString() {
            return "OwnerBody[…]";
        }
    }

    /**
     * Where HR is written to, and in which language.
     *
     * @param name as the organisation signs
     * @param revision of the organisation, and so of the list of its addresses
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ContactsBody(
            @Nullable String name,
            @Nullable List<String> hrAddresses,
            @Nullable String language,
            @Nullable Long revision) {
        @Override
        public String toString() {
            return "ContactsBody[…]";
        }
    }
}
