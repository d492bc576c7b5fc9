package org.appel.applications.selection;

/** What the API's description says of admissions. */
final class Admissions {
    static final String DESCRIPTION = "How it stands to the deadline: in time; within the time that the posting grants"
            + " after it; or late, and taken because the posting takes late ones and marks them. The best of all"
            + " revisions; a later deadline makes up for it.";

    private Admissions() {}
}
