package org.appel.postings.webhook;

/** Examples in the API's description. */
final class Examples {

    static final String BODY = """
            {"url": "https://board.example/hooks/appel", "events": ["posting.published", "posting.closed"],
             "organisations": ["omct"], "from": 17}""";

    static final String MADE = """
            {"id": "0197edea-a3b8-767c-9c11-386ef552ddd0", "url": "https://board.example/hooks/appel",
             "events": ["posting.closed", "posting.published"], "organisations": ["omct"], "state": "active",
             "disabledAt": null, "disabledReason": null, "failingSince": null, "restingUntil": null, "place": 17,
             "createdAt": "2026-01-31T12:00:00Z", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}""";

    static final String MESSAGE = """
            {"type": "posting.closed", "timestamp": "2025-08-03T22:00:00.214Z",
             "data": {"seq": 17, "posting": "0197edea-a3b8-767c-9c11-386ef552ddd0", "version": 2, "kind": "closed",
               "state": "closed", "url": "https://postings.example/postings/0197edea-a3b8-767c-9c11-386ef552ddd0"}}""";

    static final String REDELIVERY = """
            {"fromTime": "2026-01-31T12:00:00Z", "toTime": "2026-02-01T12:00:00Z"}""";

    static final String IF_MATCH = "The ETag of the webhook as you have seen it";

    private Examples() {}
}
