package org.appel.postings.authoring;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

import org.appel.postings.messaging.AdV1;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.notice.NoticeReader;
import org.appel.postings.model.notice.ReadNotice;
import org.appel.postings.storage.StoredPosting;
import org.appel.service.InvalidBody;
import org.appel.service.StrictJson;

/** Makes a draft of a notice in prose, for somebody to look through. */
@ApplicationScoped
public class DraftFromNotice {

    private static final Logger LOG = Logger.getLogger(DraftFromNotice.class);

    private final PostingCommands commands;
    private final HiringTeam team;
    private final ObjectMapper json;
    private final StrictJson strict;

    DraftFromNotice(PostingCommands commands, HiringTeam team, ObjectMapper json, StrictJson strict) {
        this.commands = commands;
        this.team = team;
        this.json = json;
        this.strict = strict;
    }

    /** @param at when it was kept */
    record Outcome(StoredPosting stored, ReadNotice read, Instant at) {}

    /**
     * Keeps what was read as a new draft.
     *
     * @throws PostingRefused as for {@link PostingCommands#draft}
     * @throws InvalidBody if what was read is more than a posting may hold
     */
    Outcome handle(NoticeBody notice) {
        team.requireMember(notice.organisation());
        var read = NoticeReader.read(notice.organisation(), notice.text(), notice.language());
        var stored = commands.draft(body(read).toAd());
        LOG.infof(
                "notice read postingId=%s fields=%d doubts=%d",
                stored.posting().id(), read.found().size(), read.doubts().size());
        return new Outcome(stored, read, commands.now());
    }

    /** Held to the bounds of every other body. */
    private AdBody body(ReadNotice read) {
        try {
            return strict.read(json.writeValueAsBytes(AdV1.of(read.ad())), AdBody.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice cannot be written as JSON", e);
        }
    }
}
