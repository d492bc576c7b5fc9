package org.appel.postings.messaging;

import java.util.ArrayList;
import java.util.List;

import org.appel.postings.model.Contract;
import org.appel.postings.model.JobAd;

/**
 * Kinds of employment as search engines and boards name them.
 *
 * @see <a href="https://developers.google.com/search/docs/appearance/structured-data/job-posting">Google: job
 *     posting</a>, {@code employmentType}
 */
public enum Employment {
    FULL_TIME,
    PART_TIME,
    CONTRACTOR,
    TEMPORARY,
    INTERN,
    VOLUNTEER;

    private static final int WHOLE = 100;

    /** What a notice says of it, the workload first: a post of 80 % for a year is part-time and temporary. */
    public static List<Employment> of(JobAd ad) {
        var kinds = new ArrayList<Employment>();
        var workload = ad.workload();
        if (workload != null) {
            kinds.add(workload.percent() == WHOLE ? FULL_TIME : PART_TIME);
        }
        var contract = ad.contract();
        if (contract != null && contract.type() != null) {
            kinds.addAll(of(contract.type()));
        }
        return List.copyOf(kinds);
    }

    private static List<Employment> of(Contract.Type type) {
        return switch (type) {
            case PERMANENT -> List.of();
            case FIXED_TERM, TEMPORARY -> List.of(TEMPORARY);
            case CONSULTANCY -> List.of(CONTRACTOR);
            case INTERNSHIP -> List.of(INTERN);
            case VOLUNTEER -> List.of(VOLUNTEER);
        };
    }
}
