package org.appel.applications.model;

import java.util.UUID;

/** Names one mail as this service judged it; not the Message-ID that its sender gave it. */
public record MessageId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
