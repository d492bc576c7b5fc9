package org.appel.postings.careers;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import org.appel.postings.HiringDesk;
import org.appel.postings.NoticeJson;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.asAnyone;

/** The careers site as a reader gets it, and postings to read there. */
final class SitePages {

    private SitePages() {}

    static Response get(String path) {
        return asAnyone().urlEncodingEnabled(false).redirects().follow(false).get(path);
    }

    static Document read(String path) {
        return parse(get(path));
    }

    static Document parse(Response answer) {
        return Jsoup.parse(answer.asString());
    }

    static String page(String language, UUID posting) {
        return "/careers/" + language + "/postings/" + posting;
    }

    /** A notice with something in every field. */
    static NoticeJson aFullNotice(String organisation) {
        return aNotice(organisation)
                .with("reference", "REF-" + UUID.randomUUID())
                .with(
                        "texts",
                        Map.of(
                                "fr",
                                Map.of(
                                        "title",
                                        "Chargé·e protection de l’espace civique (Tunisie/UE)",
                                        "sections",
                                        List.of(
                                                Map.of(
                                                        "kind",
                                                        "role",
                                                        "paragraphs",
                                                        List.of("Une personne motivée et engagée, à Bruxelles.")),
                                                Map.of(
                                                        "kind",
                                                        "responsibilities",
                                                        "heading",
                                                        "Plaidoyer auprès de l’Union européenne",
                                                        "share",
                                                        75,
                                                        "items",
                                                        List.of(
                                                                "Planifier les activités de plaidoyer ;",
                                                                "Rédiger des notes d’analyse ;",
                                                                "Identifier les cibles et les allié·e·s."))))))
                .with(
                        "contract",
                        Map.of("type", "fixed-term", "months", 12, "renewable", true, "condition", "selon les fonds"))
                .with(
                        "start",
                        Map.of(
                                "date",
                                LocalDate.now(ZoneOffset.UTC).plusDays(90).toString()))
                .with(
                        "pay",
                        Map.of(
                                "from",
                                38400,
                                "to",
                                41400,
                                "currency",
                                "EUR",
                                "per",
                                "year",
                                "gross",
                                true,
                                "basis",
                                "full-time"))
                .with(
                        "languages",
                        List.of(Map.of("code", "fr", "need", "required"), Map.of("code", "ar", "need", "asset")))
                .with("experienceYears", Map.of("from", 2, "to", 5))
                .with("workPermit", "permis de travail valide dans l’Union européenne")
                .with(
                        "deadline",
                        Map.of(
                                "date",
                                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                                "zone",
                                "Europe/Brussels"))
                .with(
                        "apply",
                        Map.of(
                                "api",
                                true,
                                "email",
                                Map.of(
                                        "address",
                                        "applications@omct.example",
                                        "subject",
                                        "Chargé·e de mission (Tunisie/UE)"),
                                "url",
                                "https://www.omct.example/jobs/7",
                                "documents",
                                List.of("cover_letter", "cv")))
                .with("selection", List.of("written-test", "panel-interview"))
                .with("retentionMonths", 24);
    }

    /** A notice that is there in Arabic alone. */
    static NoticeJson anArabicNotice(String organisation) {
        return aNotice(organisation)
                .with("originalLanguage", "ar")
                .with(
                        "texts",
                        Map.of(
                                "ar",
                                Map.of(
                                        "title",
                                        "منسق حماية الفضاء المدني",
                                        "sections",
                                        List.of(Map.of(
                                                "kind",
                                                "responsibilities",
                                                "heading",
                                                "المهام",
                                                "share",
                                                60,
                                                "paragraphs",
                                                List.of("تنسيق أعمال المناصرة مع مكتب Bruxelles."),
                                                "items",
                                                List.of("إعداد التقارير", "متابعة الشركاء"))))))
                .with("workPermit", "تصريح عمل ساري المفعول");
    }

    static HiringDesk.Kept open(NoticeJson notice) {
        return HiringDesk.anOpenPosting(notice);
    }
}
