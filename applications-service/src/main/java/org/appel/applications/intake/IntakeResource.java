package org.appel.applications.intake;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import org.appel.applications.model.PostingId;
import org.appel.service.Arrival;

/** What candidates, and the front ends that serve them, meet. Public. */
@Path("/postings/{posting}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@SecurityRequirements
@Tag(name = "Intake", description = "Public: what is asked, and the application itself.")
public class IntakeResource {
    private final Intake intake;
    private final Forms forms;
    private final UploadLimit upload;
    private final Arrival arrival;

    IntakeResource(Intake intake, Forms forms, UploadLimit upload, Arrival arrival) {
        this.intake = intake;
        this.forms = forms;
        this.upload = upload;
        this.arrival = arrival;
    }

    @GET
    @Path("/form")
    @RunOnVirtualThread
    @Operation(
            summary = "What is asked",
            description = "Fields, documents with their limits, languages, deadline and the wording of the consent.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FormView.class)))
    @APIResponse(responseCode = "404", description = "unknown-posting")
    @APIResponse(responseCode = "409", description = "applies-elsewhere")
    @APIResponse(responseCode = "410", description = "posting-withdrawn")
    public FormView form(@RestPath UUID posting) {
        return forms.of(new PostingId(posting));
    }

    @POST
    @Path("/applications")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Apply",
            description = "A part `application` with JSON, then the documents, each part named by its kind: `cv`,"
                    + " `cover_letter`, `other`, … PDF, DOCX, ODT, RTF or plain text, at most 10 MiB each, told by their"
                    + " content. The same person at the same posting has one application: applying again brings it up to"
                    + " date. An answer is kept by its Idempotency-Key for 30 days, and given again also after the"
                    + " deadline.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "A structured-field string, so in double quotes; a new one for each application.",
            schema = @Schema(implementation = String.class),
            example = "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ApplicationForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "Taken",
            content =
                    @Content(
                            schema = @Schema(implementation = ReceiptView.class),
                            examples = @ExampleObject(name = "taken", value = Examples.TAKEN)))
    @APIResponse(
            responseCode = "200",
            description = "The person had applied before: the one application was brought up to date",
            content =
                    @Content(
                            schema = @Schema(implementation = ReceiptView.class),
                            examples = @ExampleObject(name = "updated", value = Examples.UPDATED)))
    @APIResponse(responseCode = "400", description = "idempotency-key-missing, idempotency-key-malformed")
    @APIResponse(responseCode = "404", description = "unknown-posting")
    @APIResponse(responseCode = "408", description = "upload-timeout: the request was not complete in time")
    @APIResponse(
            responseCode = "409",
            description = "deadline-passed, not-open-yet, applies-elsewhere, idempotency-key-in-use",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "late", value = Examples.LATE)))
    @APIResponse(responseCode = "410", description = "posting-withdrawn, application-erased")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(
            responseCode = "422",
            description = "invalid-application with everything that is wrong, idempotency-key-reused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "invalid", value = Examples.INVALID)))
    @APIResponse(responseCode = "503", description = "busy, documents-away: send it again, with Retry-After")
    public Response apply(
            @RestPath UUID posting,
            @Parameter(hidden = true) @RestHeader("Idempotency-Key") List<String> idempotencyKey,
            MultipartFormDataInput form) {
        upload.handOver();
        var arrivedAt = arrival.at().truncatedTo(ChronoUnit.MICROS);
        var receipt = ReceiptView.of(intake.handle(
                new Apply(new PostingId(posting), idempotencyKey, arrivedAt, Parts.of(form.getValues()))));
        return (receipt.updated() ? Response.ok() : Response.created(URI.create("/applications/" + receipt.id())))
                .entity(receipt)
                .build();
    }
}
