package org.appel.postings.careers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.appel.postings.config.Site;
import org.appel.postings.model.Contract;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.LanguageVersion;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Pay;
import org.appel.postings.model.Place;
import org.appel.postings.model.Posting;
import org.appel.postings.model.Section;

/**
 * What search engines read of a posting's page.
 *
 * @see <a href="https://schema.org/JobPosting">schema.org, JobPosting</a>
 */
@ApplicationScoped
class StructuredData {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Site site;

    StructuredData(Site site) {
        this.site = site;
    }

    /** A JobPosting in JSON-LD that can stand in a page as it is: whatever the notice says, it ends no script. */
    String of(Posting.Open posting, LanguageVersion version, Organisation publisher, PageLanguage language) {
        var ad = posting.ad();
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("@context", "https://schema.org")
                .put("@type", "JobPosting")
                .put("title", version.text().title())
                .put("description", description(version))
                .put("inLanguage", version.language())
                .put("datePosted", posting.publication().publishedAt().toString())
                .put("url", site.page(posting.id(), language.code()).toString())
                .put("directApply", ad.apply() != null && ad.apply().api());
        node.putObject("identifier")
                .put("@type", "PropertyValue")
                .put("name", publisher.name())
                .put("value", ad.reference() == null ? posting.id().toString() : ad.reference());
        node.putObject("hiringOrganization")
                .put("@type", "Organization")
                .put("name", publisher.name())
                .put("url", site.careersOf(publisher.id(), language.code()).toString());
        posting.closesAt()
                .ifPresent(
                        closesAt -> node.put("validThrough", ad.there(closesAt).toString()));
        employment(node, ad);
        places(node, ad.places());
        pay(node, ad);
        return escaped(node);
    }

    private static String escaped(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts is always JSON", e);
        }
    }

    private static void employment(ObjectNode node, JobAd ad) {
        var types = new ArrayList<String>();
        var contract = ad.contract() == null ? null : ad.contract().type();
        if (contract == Contract.Type.CONSULTANCY) {
            types.add("CONTRACTOR");
        } else if (contract == Contract.Type.INTERNSHIP) {
            types.add("INTERN");
        } else if (contract == Contract.Type.VOLUNTEER) {
            types.add("VOLUNTEER");
        }
        if (ad.workload() != null) {
            types.add(ad.workload().percent() == 100 ? "FULL_TIME" : "PART_TIME");
        }
        if (contract == Contract.Type.FIXED_TERM || contract == Contract.Type.TEMPORARY) {
            types.add("TEMPORARY");
        }
        if (!types.isEmpty()) {
            var array = node.putArray("employmentType");
            types.forEach(array::add);
        }
    }

    private static void places(ObjectNode node, List<Place> places) {
        if (!places.isEmpty() && places.stream().allMatch(place -> place.arrangement() == Place.Arrangement.REMOTE)) {
            node.put("jobLocationType", "TELECOMMUTE");
            var countries = node.putArray("applicantLocationRequirements");
            places.stream()
                    .filter(place -> place.country() != null)
                    .forEach(place ->
                            countries.addObject().put("@type", "Country").put("name", place.country()));
            return;
        }
        var locations = node.putArray("jobLocation");
        for (var place : places) {
            var address = locations
                    .addObject()
                    .put("@type", "Place")
                    .putObject("address")
                    .put("@type", "PostalAddress");
            if (place.city() != null) {
                address.put("addressLocality", place.city());
            }
            if (place.country() != null) {
                address.put("addressCountry", place.country());
            }
        }
    }

    /** The pay of this very workload; a sum for the whole contract has no unit there. */
    private static void pay(ObjectNode node, JobAd ad) {
        ad.payForThisWorkload().filter(pay -> pay.per() != Pay.Period.TOTAL).ifPresent(pay -> {
            var value = node.putObject("baseSalary")
                    .put("@type", "MonetaryAmount")
                    .put("currency", pay.currency())
                    .putObject("value")
                    .put("@type", "QuantitativeValue")
                    .put("unitText", pay.per().name());
            if (pay.fromCents() != null) {
                value.put("minValue", BigDecimal.valueOf(pay.fromCents(), 2));
            }
            if (pay.toCents() != null) {
                value.put("maxValue", BigDecimal.valueOf(pay.toCents(), 2));
            }
        });
    }

    /** The whole text as HTML, since that is what is asked for. */
    private static String description(LanguageVersion version) {
        var html = new StringBuilder();
        for (Section section : version.text().sections()) {
            if (section.heading() != null) {
                html.append("<h2>").append(text(section.heading())).append("</h2>");
            }
            section.paragraphs()
                    .forEach(paragraph ->
                            html.append("<p>").append(text(paragraph)).append("</p>"));
            if (!section.items().isEmpty()) {
                html.append("<ul>");
                section.items()
                        .forEach(item -> html.append("<li>").append(text(item)).append("</li>"));
                html.append("</ul>");
            }
        }
        return html.toString();
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
