package org.appel.notification.letters;

import java.util.Arrays;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Kind;
import org.appel.notification.model.Language;
import org.appel.notification.model.NotificationRefused;
import org.appel.notification.model.Refusal;
import org.appel.service.Page;
import org.appel.service.Roles;

/** Shows what letters look like, with invented contents. */
@Path("/templates")
@RolesAllowed({Roles.HR, Roles.ADMIN, Roles.OPS})
@RunOnVirtualThread
@Tag(name = "Templates")
public class TemplatesResource {

    private final LetterWriter letters;

    TemplatesResource(LetterWriter letters) {
        this.letters = letters;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listTemplates", summary = "Every template")
    @APIResponse(
            responseCode = "200",
            description = "All of them, on one page",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Page<TemplateView> list() {
        return new Page<>(Arrays.stream(Kind.values()).map(TemplateView::of).toList(), null);
    }

    @GET
    @Path("/{name}/preview")
    @Produces({MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
    @Operation(operationId = "previewTemplate", summary = "A letter with invented contents")
    @APIResponse(responseCode = "200", description = "The letter, as it would be sent")
    @APIResponse(responseCode = "400", description = "unknown-value: no such variant, language or part")
    @APIResponse(responseCode = "404", description = "unknown-template")
    public Response preview(
            @Parameter(example = "acknowledgement") @PathParam("name") String name,
            @Parameter(description = "One of the template's variants; without it the first")
                    @QueryParam("variant")
                    @Nullable
                    String variant,
            @Parameter(description = "fr or en") @QueryParam("language") @DefaultValue("fr") String language,
            @Parameter(description = "html or text") @QueryParam("part") @DefaultValue("html") String part) {
        var kind = Kind.of(name).orElseThrow(() -> new NotificationRefused(new Refusal.UnknownTemplate(name)));
        var form = Part.of(part).orElseThrow(() -> unknown("part", "html, text"));
        var content = Samples.of(kind, variant)
                .orElseThrow(() -> unknown("variant", String.join(", ", Samples.variants(kind))));
        var letter = letters.write(content, Language.of(language).orElseThrow(() -> unknown("language", "fr, en")));
        return Response.ok(form.of(letter), form.mediaType())
                .language(letter.language().locale())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .build();
    }

    private static NotificationRefused unknown(String parameter, String allowed) {
        return new NotificationRefused(new Refusal.UnknownValue(parameter, allowed));
    }
}
