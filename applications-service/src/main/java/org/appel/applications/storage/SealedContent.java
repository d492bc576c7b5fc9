package org.appel.applications.storage;

import java.util.UUID;

import org.appel.applications.model.Content;

/**
 * A content on its way into a {@link DocumentStore}.
 *
 * @param size of the sealed content in bytes
 * @param sealed the content, encrypted as it is read
 */
record SealedContent(UUID id, long size, Content sealed) {
    static SealedContent of(ContentKey key, long size, Content clear) {
        return new SealedContent(key.content(), ContentKey.sealedSize(size), key.seal(clear));
    }

    @Override
    public String toString() {
        return "SealedContent[" + id + ", " + size + " bytes]";
    }
}
