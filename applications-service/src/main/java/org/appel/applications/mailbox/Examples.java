package org.appel.applications.mailbox;

/** Answers as the API's description shows them. */
final class Examples {
    static final String ASSIGNED = """
            {"id": "01982d4b-ed9e-7c98-ace3-8f3e86479111", "posting": "0197edea-a3b8-767c-9c11-386ef552ddd0",
             "receivedAt": "2025-08-01T09:12:44Z", "stage": "received", "revision": 1, "updated": false}""";

    static final String LATE = """
            {"type": "urn:appel:problem:deadline-passed", "title": "Deadline passed", "status": 409,
             "detail": "The deadline was at 2025-08-03T22:00:00Z, the mail came at 2025-08-04T07:31:02Z",
             "closesAt": "2025-08-03T22:00:00Z", "receivedAt": "2025-08-04T07:31:02Z", "override": "acceptLate"}""";

    private Examples() {}
}
