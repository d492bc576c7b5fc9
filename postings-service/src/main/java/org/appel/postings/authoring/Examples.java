package org.appel.postings.authoring;

/** What the API's description shows. */
final class Examples {

    private Examples() {}

    static final String IF_MATCH = "The ETag of the posting as you have seen it, or * for whatever it is";

    static final String NOTICE = """
            {
              "organisation": "omct",
              "text": "Secrétaire général(e) (100 %)\\n\\nCANDIDATURES\\n\\nLes candidatures comprenant une lettre de motivation et un CV doivent être adressées à l'OMCT avec l'objet «Secrétaire Général(e)», par email à applications@omct.org.\\n\\nDate limite de candidature : les candidatures doivent être reçues au plus tard le 3 avril 2026."
            }""";

    static final String AD = """
            {
              "reference": "OMCT-2025-07", "organisation": "omct", "originalLanguage": "fr",
              "texts": {"fr": {"title": "Chargé·e protection de l’espace civique (Tunisie/UE)", "sections": [
                {"kind": "responsibilities", "heading": "Plaidoyer auprès de l’Union européenne", "share": 75,
                 "paragraphs": [], "items": ["Planifier les activités de plaidoyer"]}]}},
              "workloadPercent": 80,
              "places": [{"city": "Bruxelles", "country": "BE", "arrangement": "on-site"}],
              "contract": {"type": "fixed-term", "months": 12, "renewable": true,
                           "condition": "sous réserve de disponibilité des fonds"},
              "grade": null,
              "start": {"date": "2025-09-01", "provisional": false},
              "pay": {"from": 38400, "to": 41400, "currency": "EUR", "per": "year", "gross": true,
                      "paymentsPerYear": null, "basis": "full-time", "text": null},
              "languages": [{"code": "fr", "need": "required", "level": null},
                            {"code": "ar", "need": "asset", "level": null}],
              "experienceYears": {"from": 2, "to": 5},
              "workPermit": "permis de travail valide dans l’Union européenne",
              "deadline": {"date": "2025-08-03", "time": null, "zone": "Europe/Brussels",
                           "wording": "au plus tard le 03 aout 2025"},
              "apply": {"api": true,
                        "email": {"address": "applications@omct.org",
                                  "subject": "Chargé·e de mission, Protection de l’espace civique (Tunisie/UE)"},
                        "url": null, "documents": ["cover_letter", "cv"],
                        "late": {"policy": "grace", "graceMinutes": 60}, "protectCandidates": true},
              "selection": ["written-test", "panel-interview"],
              "retentionMonths": 24
            }""";

    static final String GAPS = """
            {
              "type": "urn:appel:problem:not-publishable", "title": "Not publishable", "status": 422,
              "detail": "The posting cannot be published: 2 things are missing or contradictory, see errors",
              "errors": [
                {"pointer": "/deadline", "detail": "is missing: a date, or none as long as the post is not filled"},
                {"pointer": "/apply", "detail": "is missing: how to apply, by API, by e-mail or by URL"}
              ]
            }""";

    static final String DEADLINE = """
            {"date": "2025-08-17", "time": "18:00", "zone": "Europe/Brussels",
             "wording": "prolongé jusqu’au 17 août 2025 à 18 h"}""";

    static final String CONFIRM =
            "An error about a language version that you have compared with the original and found to"
                    + " agree: its pointer, a space and its detail; may be repeated. It confirms no other error at the same place."
                    + " Who confirmed is kept. A confirmation holds as long as that place says what it says.";

    static final String SCHEDULE = """
            {"at": "2026-01-31T09:00:00+01:00"}""";

    static final String NOT_APPROVED = """
            {
              "type": "urn:appel:problem:not-approved", "title": "Not approved", "status": 409,
              "detail": "Posting 0197edea-a3b8-767c-9c11-386ef552ddd0 is not approved as it is now: its organisation wants \
            a second person to approve it first, by PUT /postings/0197edea-a3b8-767c-9c11-386ef552ddd0/approval"
            }""";

    static final String DIFFERENCES = """
            {
              "id": "0197edea-a3b8-767c-9c11-386ef552ddd0", "from": 1, "version": 2,
              "differences": [
                {"pointer": "/texts/fr/sections/0/items/1", "from": "/texts/fr/sections/0/items/0", "change": "moved",
                 "before": "Planifier", "after": "Planifier", "words": null},
                {"pointer": "/texts/fr/sections/0/items/2", "from": "/texts/fr/sections/0/items/2", "change": "replaced",
                 "before": "Entre 2 et 5 ans d’expérience dans un poste similaire",
                 "after": "Entre 3 et 5 ans d’expérience dans un poste similaire",
                 "words": [{"kept": "Entre "}, {"removed": "2"}, {"added": "3"},
                           {"kept": " et 5 ans d’expérience dans un poste similaire"}]},
                {"pointer": "/workloadPercent", "from": "/workloadPercent", "change": "replaced",
                 "before": 80, "after": 100, "words": null}
              ]
            }""";

    static final String IMPORT = """
            {"reference": "A-2026-01", "organisation": "omct", "originalLanguage": "fr", "texts": {"fr": {"title": "Juriste"}}}
            {"reference": "A-2026-02", "organisation": "omct", "workloadPercent": 800}
            """;

    static final String IMPORTED = """
            {"line":1,"status":"created","id":"0197edea-a3b8-767c-9c11-386ef552ddd0","etag":"\\"0\\"","problem":null,\
            "errors":[]}
            {"line":2,"status":"refused","id":null,"etag":null,"problem":"urn:appel:problem:invalid-body",\
            "errors":[{"pointer":"/workloadPercent","detail":"must be less than or equal to 100"}]}
            """;

    static final String WITHDRAWAL = """
            {"reason": "Le financement du poste n’a pas été confirmé."}""";
}
