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

/** Asks the applications-service who a candidate is. */
@Path("/applications")
@RegisterRestClient(configKey = "applications")
@OidcClientFilter
@Produces(MediaType.APPLICATION_JSON)
interface ApplicationsClient {

    /** 410 when the candidate's data has been erased. */
    @GET
    @Path("/{id}/recipient")
    RecipientBody recipient(@PathParam("id") UUID application);

    /** The candidate as of the newest revision. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RecipientBody(@Nullable String name, String email, List<DocumentBody> documents, int revision) {
        @Override
        public String toString() {
            return "RecipientBody[revision=" + revision + ", …]";
        }
    }

    /** A document of the newest revision. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DocumentBody(String kind, @Nullable String name) {
        @Override
        public String toString() {
            return "DocumentBody[kind=" + kind + ", …]";
        }
    }
}
