package org.appel.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

import org.appel.notification.model.LetterContent.Unusable;

/** Asks the applications-service who a candidate, or the sender of a mail, is. */
@Path("/")
@RegisterRestClient(configKey = "applications")
@OidcClientFilter
@Produces(MediaType.APPLICATION_JSON)
interface ApplicationsClient {

    /**
     * 410 when the candidate's data has been erased.
     *
     * @param revision of which the answer speaks, where it matters by which mail it came; null if it does not
     */
    @GET
    @Path("/applications/{id}/recipient")
    RecipientBody recipient(@PathParam("id") UUID application, @QueryParam("revision") @Nullable Integer revision);

    /** 410 when the mail's sender has been forgotten. */
    @GET
    @Path("/mailbox/messages/{id}/recipient")
    SenderBody sender(@PathParam("id") UUID message);

    /**
     * The candidate, with the documents of the newest revision.
     *
     * @param link to the candidate's own view, good from now on for some time
     * @param missing kinds of documents that are still missing
     * @param missingUntil the first instant at which they are no longer taken
     * @param answers the mail by which the revision came; null if it came by the form
     * @param unusable documents of that mail that could not be used
     * @param addressOnly whether the address may be somebody else's, so that nothing personal may go there
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RecipientBody(
            @Nullable String name,
            String email,
            @Nullable List<DocumentBody> documents,
            int revision,
            @Nullable String link,
            @Nullable List<String> missing,
            @Nullable Instant missingUntil,
            @Nullable MailBody answers,
            @Nullable List<UnusableBody> unusable,
            @Nullable Boolean addressOnly) {
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

    /** A document that came by mail and could not be used. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record UnusableBody(@Nullable String name, @Nullable String why) {

        /** These as what a letter says. */
        static List<Unusable> all(@Nullable List<UnusableBody> documents) {
            return Objects.requireNonNullElse(documents, List.<UnusableBody>of()).stream()
                    .map(document -> new Unusable(
                            Objects.requireNonNullElse(document.name, ""),
                            Objects.requireNonNullElse(document.why, "")))
                    .toList();
        }

        @Override
        public String toString() {
            return "UnusableBody[…]";
        }
    }

    /** A mail that came in, by the ids in its header. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MailBody(@Nullable String messageId, @Nullable List<String> references) {
        @Override
        public String toString() {
            return "MailBody[…]";
        }
    }

    /**
     * The sender of a mail that became no application.
     *
     * @param name null if it is not known, or the address may be somebody else's
     * @param text HR's own words, if HR answers
     * @param closesAt the deadline that it missed
     * @param unusable its documents that could not be used
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SenderBody(
            String email,
            @Nullable String name,
            @Nullable MailBody answers,
            @Nullable String text,
            @Nullable Instant closesAt,
            @Nullable List<UnusableBody> unusable) {
        @Override
        public String toString() {
            return "SenderBody[…]";
        }
    }
}
