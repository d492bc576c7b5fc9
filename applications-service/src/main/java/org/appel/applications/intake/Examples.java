package org.appel.applications.intake;

/** Answers as the API's description shows them. */
final class Examples {
    static final String TAKEN = """
            {"id": "01982d4b-ed9e-7c98-ace3-8f3e86479111", "posting": "0197edea-a3b8-767c-9c11-386ef552ddd0",
             "receivedAt": "2025-08-03T21:59:59.999999Z", "stage": "received", "revision": 1, "updated": false}""";

    static final String UPDATED = """
            {"id": "01982d4b-ed9e-7c98-ace3-8f3e86479111", "posting": "0197edea-a3b8-767c-9c11-386ef552ddd0",
             "receivedAt": "2025-08-03T21:59:59.999999Z", "stage": "received", "revision": 2, "updated": true}""";

    static final String LATE = """
            {"type": "urn:appel:problem:deadline-passed", "title": "Deadline passed", "status": 409,
             "detail": "The deadline was at 2025-08-03T22:00:00Z, the application came at 2025-08-03T22:00:00.000001Z",
             "closesAt": "2025-08-03T22:00:00Z", "receivedAt": "2025-08-03T22:00:00.000001Z"}""";

    static final String INVALID = """
            {"type": "urn:appel:problem:invalid-application", "title": "Invalid application", "status": 422,
             "detail": "2 things are wrong, see errors",
             "errors": [{"pointer": "/application/email",
                         "detail": "This is no e-mail address to which an answer could be sent"},
                        {"pointer": "/documents/cv", "detail": "The PDF is encrypted or protected: save it without protection"}]}""";

    private Examples() {}
}
