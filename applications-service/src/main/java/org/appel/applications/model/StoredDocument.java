package org.appel.applications.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A document of an application, without its content.
 *
 * @param size of the content in bytes
 */
public record StoredDocument(
        UUID id, DocumentKind kind, DocumentType type, long size, FileName name, Instant receivedAt) {}
