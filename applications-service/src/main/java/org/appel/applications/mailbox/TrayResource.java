package org.appel.applications.mailbox;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Decline;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.PostingId;
import org.appel.service.Attachment;
import org.appel.service.Cursor;
import org.appel.service.Fault;
import org.appel.service.InvalidBody;
import org.appel.service.Pages;
import org.appel.service.Roles;

/** The tray: mails that nobody but a person can file. */
@Path("/mailbox/unsorted")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Tag(name = "Mailbox", description = "For HR, within their organisations: mails, and what became of them.")
public class TrayResource {
    private static final int LARGEST_PAGE = 200;

    private final Tray tray;
    private final Assignment assignment;
    private final Replies replies;

    TrayResource(Tray tray, Assignment assignment, Replies replies) {
        this.tray = tray;
        this.assignment = assignment;
        this.replies = replies;
    }

    @GET
    @Operation(
            summary = "List mails that have to be sorted",
            description = "The oldest first, 1 to 200 a page; with a posting, those that it may be meant for.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UnsortedMailPage.class)))
    @APIResponse(responseCode = "400", description = "bad-cursor")
    public Response list(
            @RestQuery @Nullable String mailbox,
            @RestQuery @Nullable UUID posting,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") int limit,
            UriInfo uri) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        var found = tray.list(mailbox, posting == null ? null : new PostingId(posting), Positions.of(cursor), size);
        var page = found.subList(0, Math.min(size, found.size()));
        return Pages.respond(
                uri,
                page.stream().map(UnsortedView::of).toList(),
                found.size() > size ? Cursor.encode(page.getLast().mail().id().toString()) : null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a mail that has to be sorted")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UnsortedFileView.class)))
    @APIResponse(responseCode = "404", description = "unknown-message")
    public Response read(@RestPath UUID id) {
        return Response.ok(UnsortedFileView.of(tray.read(new MessageId(id))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{id}/parts/{number}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Download a file of a mail",
            description = "As it came, always as an attachment; only scanned for viruses, where a scanner is set."
                    + " Number 0 is the mail as a whole, as message.eml.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(implementation = byte[].class, format = "binary")))
    @APIResponse(responseCode = "404", description = "unknown-message, unknown-document")
    @APIResponse(responseCode = "422", description = "unsafe-file")
    @APIResponse(responseCode = "503", description = "documents-away")
    public Response part(@RestPath UUID id, @RestPath int number) {
        var file = tray.part(new MessageId(id), number);
        return Attachment.of(file.name(), MediaType.APPLICATION_OCTET_STREAM, file.content(), file.size());
    }

    @POST
    @Path("/{id}/assignment")
    @Operation(
            summary = "Say for which posting a mail is",
            description =
                    "It becomes an application that arrived when the mail did, or brings the person's up to date."
                            + " Where the mail does not say who the candidate is, as one that somebody else passed on, name them.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = AssignedView.class),
                            examples = @ExampleObject(name = "assigned", value = Examples.ASSIGNED)))
    @APIResponse(responseCode = "404", description = "unknown-message, unknown-posting")
    @APIResponse(
            responseCode = "409",
            description = "already-sorted, not-open-yet, deadline-passed",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "late", value = Examples.LATE)))
    @APIResponse(responseCode = "410", description = "posting-withdrawn")
    @APIResponse(responseCode = "422", description = "candidate-unnamed, or the request is wrong")
    public Response assign(@RestPath UUID id, AssignmentRequest request) {
        var receipt = assignment.handle(new AssignMail(
                new MessageId(id),
                new PostingId(Objects.requireNonNull(request.posting())),
                request.email() == null ? null : address(request.email()),
                request.name(),
                Boolean.TRUE.equals(request.acceptLate())));
        return Response.created(URI.create("/applications/" + receipt.id()))
                .entity(AssignedView.of(receipt))
                .build();
    }

    @POST
    @Path("/{id}/answer")
    @Operation(summary = "Answer a mail", description = "It is no application, and its sender is told why.")
    @APIResponse(responseCode = "204", description = "The answer is on its way")
    @APIResponse(responseCode = "404", description = "unknown-message")
    @APIResponse(responseCode = "409", description = "already-sorted, nobody-to-answer, answers-elsewhere")
    @APIResponse(responseCode = "422", description = "The request is wrong")
    public void answer(@RestPath UUID id, AnswerRequest request) {
        replies.answer(
                new MessageId(id),
                Decline.of(Objects.requireNonNull(request.reason())).orElseThrow(),
                request.text());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Throw a mail away", description = "It is no application, and nobody is told.")
    @APIResponse(responseCode = "204", description = "It is out of the tray")
    @APIResponse(responseCode = "404", description = "unknown-message")
    @APIResponse(responseCode = "409", description = "already-sorted")
    public void dismiss(@RestPath UUID id) {
        replies.dismiss(new MessageId(id));
    }

    private static EmailAddress address(String text) {
        return EmailAddress.of(text)
                .orElseThrow(() -> new InvalidBody(
                        List.of(new Fault("/email", "This is no e-mail address to which an answer could be sent"))));
    }

    /** For the API's description. */
    @Schema(name = "UnsortedMailPage")
    record UnsortedMailPage(
            List<UnsortedView> items, @Nullable String next) {}
}
