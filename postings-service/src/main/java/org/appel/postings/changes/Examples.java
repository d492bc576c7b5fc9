package org.appel.postings.changes;

/** Examples in the API's description. */
final class Examples {

    static final String PAGE = """
            {"items": [
              {"seq": 17, "at": "2025-08-03T22:00:00.214Z", "kind": "closed", "state": "closed",
               "id": "0197edea-a3b8-767c-9c11-386ef552ddd0", "version": 2, "organisation": "omct", "changed": [],
               "posting": {"id": "0197edea-a3b8-767c-9c11-386ef552ddd0", "organisation": "omct", "state": "closed",
                 "version": 2, "closesAt": "2025-08-04T00:00:00+02:00", "closedAt": "2025-08-03T22:00:00.214Z"}},
              {"seq": 18, "at": "2025-08-04T08:12:44.120Z", "kind": "withdrawn", "state": "withdrawn",
               "id": "0197f0a4-2d58-7c1b-8f0e-5d1c52b9c0aa", "version": 3, "organisation": "huridocs", "changed": [],
               "posting": {"id": "0197f0a4-2d58-7c1b-8f0e-5d1c52b9c0aa", "organisation": "huridocs",
                 "state": "withdrawn", "withdrawnAt": "2025-08-04T08:12:44.120Z", "reason": "Poste pourvu en interne"}}],
             "next": "/postings/changes?after=18", "more": false}""";

    static final String STREAM = """
            retry: 3000
            : the changes of postings, from here on

            id: 17
            event: posting-change
            data: {"seq":17,"kind":"closed","state":"closed","id":"0197edea-a3b8-767c-9c11-386ef552ddd0","version":2}

            : still here
            """;

    private Examples() {}
}
