package org.appel.postings.authoring;

/** What the API's description shows. */
final class Examples {

    private Examples() {}

    static final String IF_MATCH = "The ETag of the posting as you have seen it, or * for whatever it is";

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

    static final String WITHDRAWAL = """
            {"reason": "Le financement du poste n’a pas été confirmé."}""";
}
