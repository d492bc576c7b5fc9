package org.appel.postings.model.notice;

import java.util.List;

import org.appel.postings.model.JobAd;

/**
 * What was read in a notice.
 *
 * @param ad with nothing that the notice does not say, but that the applications-service takes applications
 * @param found from which words each of its fields was read, in the order of reading; each once
 * @param doubts what is left to a person
 */
public record ReadNotice(JobAd ad, List<Finding> found, List<Doubt> doubts) {

    public ReadNotice {
        found = List.copyOf(found);
        doubts = List.copyOf(doubts);
    }
}
