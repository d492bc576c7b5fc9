package org.appel.postings.storage;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which drafts are asked for; newest first.
 *
 * @param everybodys whether those of every organisation are
 * @param organisations whose drafts otherwise
 * @param before the last draft of the page before; null for the first page
 * @param limit how many at most
 */
public record DraftQuery(
        boolean everybodys,
        Set<String> organisations,
        @Nullable UUID before,
        int limit) {}
