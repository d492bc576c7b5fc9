package org.appel.postings.authoring;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.postings.model.Posting;
import org.appel.postings.model.Publishable;
import org.appel.postings.model.notice.ReadNotice;
import org.appel.service.Fault;

/**
 * A draft that was made of a notice, and what a person has to look at.
 *
 * @param found the words from which each field was read
 * @param doubts what the notice says in two ways, or might mean otherwise
 * @param gaps what keeps the draft from being published as it is
 */
@Schema(name = "ReadNotice", description = "A draft that was made of a notice, and what a person has to look at")
record ReadNoticeView(DraftView draft, List<FindingView> found, List<DoubtView> doubts, List<Fault> gaps) {

    /** @param pointer RFC 6901, into the draft */
    @Schema(name = "Finding")
    record FindingView(String pointer, String words) {}

    /** @param pointer RFC 6901, into the draft */
    @Schema(name = "Doubt")
    record DoubtView(String pointer, String detail, String words) {}

    static ReadNoticeView of(Posting draft, ReadNotice read, Instant now) {
        return new ReadNoticeView(
                DraftView.of(draft),
                read.found().stream()
                        .map(finding -> new FindingView(finding.pointer(), finding.words()))
                        .toList(),
                read.doubts().stream()
                        .map(doubt -> new DoubtView(doubt.pointer(), doubt.detail(), doubt.words()))
                        .toList(),
                Publishable.gaps(draft.ad(), now).stream()
                        .map(gap -> new Fault(gap.pointer(), gap.detail()))
                        .toList());
    }
}
