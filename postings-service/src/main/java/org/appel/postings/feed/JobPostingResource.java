package org.appel.postings.feed;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.JobPostingLd;
import org.appel.postings.model.PostingId;
import org.appel.service.Etags;

/** A posting as search engines for jobs read it, at the posting's own address. */
@Path("/postings")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Feeds")
class JobPostingResource {

    /** Who accepts anything gets the posting as the API has it. */
    private static final String LESS_THAN_OTHERS = JobPostingLd.MEDIA_TYPE + ";qs=0.5";

    private static final String EXAMPLE = """
            {"@context": "https://schema.org/", "@type": "JobPosting",
             "title": "Chargé·e protection de l’espace civique (Tunisie/UE)", "description": "<p>…</p>",
             "identifier": {"@type": "PropertyValue", "name": "OMCT", "value": "OMCT-2025-07"},
             "datePosted": "2025-07-09T09:00:12+02:00", "validThrough": "2025-08-03T23:59:59+02:00",
             "employmentType": ["PART_TIME", "TEMPORARY"],
             "hiringOrganization": {"@type": "Organization", "name": "Organisation mondiale contre la torture (OMCT)"},
             "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Bruxelles",
               "addressCountry": "BE"}},
             "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR", "value": {"@type": "QuantitativeValue",
               "minValue": 30720, "maxValue": 33120, "unitText": "YEAR"}},
             "directApply": true,
             "url": "https://jobs.example.org/careers/fr/postings/0197edea-a3b8-767c-9c11-386ef552ddd0"}""";

    private final JobPostings jobPostings;

    JobPostingResource(JobPostings jobPostings) {
        this.jobPostings = jobPostings;
    }

    @GET
    @Path("/{id}")
    @Produces(LESS_THAN_OTHERS)
    @Operation(
            summary = "One posting",
            description = "As JSON, or with Accept: application/ld+json as schema.org JobPosting in the language of"
                    + " the parameter language or of Accept-Language. A closed one has a past validThrough.")
    @APIResponse(
            responseCode = "200",
            description = "As schema.org JobPosting",
            content =
                    @Content(
                            mediaType = JobPostingLd.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "JobPosting", value = EXAMPLE)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There is none, or it is not published")
    @APIResponse(responseCode = "410", description = "It was withdrawn")
    public Response get(UUID id, @RestQuery @Nullable String language, HttpHeaders headers) {
        var wanted = FeedParameters.languages(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var jobPosting = jobPostings.read(new PostingId(id), wanted);
        var tag = new EntityTag(jobPosting.tag());
        var answer = Etags.noneMatch(headers, tag)
                ? Response.notModified()
                : Response.ok(jobPosting.json()).type(JobPostingLd.MEDIA_TYPE).language(jobPosting.language());
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, FeedAnswers.ASK_AGAIN)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
