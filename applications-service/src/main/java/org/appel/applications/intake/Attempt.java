package org.appel.applications.intake;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.PostingId;
import org.appel.applications.storage.Desks;
import org.appel.applications.storage.StagedDocuments;

/**
 * One request with what was read and reckoned of it.
 *
 * @param question what has to be looked up of it
 * @param fingerprint keyed hash of the payload
 * @param draft null if it was answered before, so that nothing of it needed to be read
 */
record Attempt(
        Apply command,
        Desks.Question question,
        byte[] fingerprint,
        @Nullable Draft draft,
        StagedDocuments documents) {

    PostingId posting() {
        return command.posting();
    }

    /** Of two that have one of these in common, the second can only be judged when the first is stored. */
    Set<ByteBuffer> identities() {
        var identities = new HashSet<ByteBuffer>();
        identities.add(ByteBuffer.wrap(question.request()));
        if (question.subject() != null) {
            identities.add(ByteBuffer.wrap(question.subject()));
        }
        return identities;
    }

    @Override
    public String toString() {
        return "Attempt[posting=" + posting() + "]";
    }
}
