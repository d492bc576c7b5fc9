package org.appel.applications.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import org.appel.applications.config.Problems;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Language;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.messaging.Trouble;
import org.appel.service.Arrival;

/**
 * The door for browsers: the same intake for a plain form, as the careers pages have it. There is no session and no
 * cookie, so nobody can be made to send anything in somebody else's name.
 */
@Path("/postings/{posting}/applications/page")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@RunOnVirtualThread
public class IntakePageResource {
    private static final Logger LOG = Logger.getLogger(IntakePageResource.class);
    /** Query parameter: the language of the pages, which may be another than that of the letters. */
    static final String LANGUAGE = "lang";

    /** Somebody who clicked twice is shown the answer to the second click, which waits so long for that to the first. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String FORM_PARSER = "org.jboss.resteasy.reactive.server.core.multipart.";
    private static final int TOO_LARGE = 413;

    private final Intake intake;
    private final Forms forms;
    private final IntakePages pages;
    private final UploadLimit upload;
    private final Arrival arrival;
    private final CurrentVertxRequest current;
    private final long mostBytes;

    IntakePageResource(
            Intake intake,
            Forms forms,
            IntakePages pages,
            UploadLimit upload,
            Arrival arrival,
            CurrentVertxRequest current,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
        this.intake = intake;
        this.forms = forms;
        this.pages = pages;
        this.upload = upload;
        this.arrival = arrival;
        this.current = current;
        this.mostBytes = mostBytes.asLongValue();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response apply(@RestPath UUID posting, MultipartFormDataInput form, UriInfo uri) {
        upload.handOver();
        var sent = PageForm.of(form.getValues());
        try {
            intake.handle(
                    new Apply(
                            new PostingId(posting),
                            sent.idempotencyKey(),
                            arrival.at().truncatedTo(ChronoUnit.MICROS),
                            sent.parts()),
                    PATIENCE);
            return Response.seeOther(pages.thanks(posting.toString(), language(uri)))
                    .header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .build();
        } catch (ApplicationRefused refused) {
            if (refused.refusal() instanceof Refusal.InvalidApplication invalid) {
                var again = pages.again(
                        forms.asked(new PostingId(posting)), sent, sent.all(invalid.flaws()), language(uri));
                return answer(422, again, uri).build();
            }
            throw refused.refusal() instanceof Refusal.IdempotencyKeyInUse
                    ? new ApplicationRefused(new Refusal.Busy())
                    : refused;
        }
    }

    @ServerExceptionMapper
    public Response map(ApplicationRefused refused, UriInfo uri) {
        var problem = Problems.of(refused.refusal());
        var answer =
                answer(problem.getStatusCode(), pages.refused(refused.refusal(), posting(uri), language(uri)), uri);
        problem.getHeaders().forEach(answer::header);
        return answer.build();
    }

    @ServerExceptionMapper
    public Response map(IOException broken, UriInfo uri) {
        LOG.debugf("request broken off reason=%s", broken.getMessage());
        return brokenOff(uri);
    }

    @ServerExceptionMapper
    public Response map(RuntimeException failure, UriInfo uri) {
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            int status = refused.getResponse().getStatus();
            return status == TOO_LARGE
                    ? map(new ApplicationRefused(new Refusal.TooLarge(mostBytes)), uri)
                    : answer(status, pages.trouble(posting(uri), language(uri)), uri)
                            .build();
        }
        if (comesFromFormParser(failure)) {
            return brokenOff(uri);
        }
        if (Trouble.of(failure) == Trouble.PASSING) {
            LOG.warnf("form could not be taken reason=%s", failure.getMessage());
            return map(new ApplicationRefused(new Refusal.Busy()), uri);
        }
        LOG.error("form failed", failure);
        return answer(500, pages.trouble(posting(uri), language(uri)), uri).build();
    }

    /** Nothing more can be said where {@link UploadLimit} has answered, or the client is gone. */
    private Response brokenOff(UriInfo uri) {
        upload.brokeOff();
        var response = current.getCurrent().response();
        return response.ended() || response.closed()
                ? Response.status(400).build()
                : answer(400, pages.brokenOff(posting(uri), language(uri)), uri).build();
    }

    private Response.ResponseBuilder answer(int status, String page, UriInfo uri) {
        var answer = Response.status(status).entity(page);
        pages.headers(language(uri)).forEach(answer::header);
        return answer;
    }

    /** As it stands in the address, which may be none. */
    private static String posting(UriInfo uri) {
        var posting = uri.getPathParameters().getFirst("posting");
        return posting == null ? "" : IntakePages.known(posting);
    }

    private static Language language(UriInfo uri) {
        return IntakePages.language(uri.getQueryParameters().getFirst(LANGUAGE));
    }

    private static boolean comesFromFormParser(RuntimeException failure) {
        return failure.getStackTrace().length > 0
                && failure.getStackTrace()[0].getClassName().startsWith(FORM_PARSER);
    }
}
