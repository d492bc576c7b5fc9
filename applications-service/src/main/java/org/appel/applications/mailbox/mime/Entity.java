package org.appel.applications.mailbox.mime;

import java.nio.file.Path;
import java.util.List;

/** A message, or a part of one, as it stands (RFC 2045). */
sealed interface Entity {
    /** Its own header. */
    Header header();

    /**
     * One that holds others.
     *
     * @param kind after {@code multipart/}, in lower case
     */
    record Group(Header header, String kind, List<Entity> members) implements Entity {
        public Group {
            members = List.copyOf(members);
        }
    }

    /**
     * One with a content.
     *
     * @param type media type in lower case
     * @param content decoded
     */
    record Leaf(Header header, String type, Path content, long size) implements Entity {}
}
