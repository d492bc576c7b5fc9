package org.appel.postings.board;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Posting.Published;
import org.appel.postings.storage.BoardItem;
import org.appel.postings.storage.StoredPosting;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A posting's line in lists as JSON, ready but for the choice of its titles.
 *
 * @param titles by language, each as {@code "fr":{…}}
 * @param digest of everything that the line can say
 */
record Line(
        long revision,
        @Nullable Instant closesAt,
        @Nullable String originalLanguage,
        byte[] before,
        Map<String, byte[]> titles,
        byte[] after,
        byte[] digest) {

    /** In no text of a notice: its quotation marks would be escaped. */
    private static final String TITLES = "\"texts\":{}";

    /** What an object of this shape takes beside its bytes, roughly. */
    private static final int OBJECTS_IN_BYTES = 400;

    static Line of(StoredPosting stored, ObjectMapper mapper) {
        if (!(stored.posting() instanceof Published posting)) {
            throw new IllegalArgumentException("A draft is in no list");
        }
        var line = PostingLine.of(posting);
        try {
            var json = mapper.writeValueAsString(line.withoutTexts());
            int gap = json.indexOf(TITLES) + TITLES.length() - 1;
            var titles = new LinkedHashMap<String, byte[]>();
            for (var text : line.texts().entrySet()) {
                var title = mapper.writeValueAsString(Map.of(text.getKey(), text.getValue()));
                titles.put(text.getKey(), title.substring(1, title.length() - 1).getBytes(UTF_8));
            }
            var before = json.substring(0, gap).getBytes(UTF_8);
            var after = json.substring(gap).getBytes(UTF_8);
            var digest = Digests.sha256();
            digest.update(before);
            titles.values().forEach(digest::update);
            digest.update(after);
            return new Line(
                    stored.revision(),
                    posting.publication().closesAt(),
                    line.originalLanguage(),
                    before,
                    titles,
                    after,
                    digest.digest());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of a list cannot be written as JSON", e);
        }
    }

    /** Whether this is what the posting says now. */
    boolean isOf(BoardItem item) {
        return revision == item.revision() && Objects.equals(closesAt, item.closesAt());
    }

    /**
     * Writes the line with the titles that are wanted.
     *
     * @return the one language that was chosen; null if all are wanted or there is none
     */
    @Nullable
    String writeTo(ByteArrayOutputStream out, LanguageChoice choice) {
        var language = choice.isAll() ? null : choice.best(titles.keySet(), originalLanguage);
        out.writeBytes(before);
        var title = language == null ? null : titles.get(language);
        if (title != null) {
            out.writeBytes(title);
        } else {
            writeAllTitles(out);
        }
        out.writeBytes(after);
        return language;
    }

    private void writeAllTitles(ByteArrayOutputStream out) {
        boolean first = true;
        for (var title : titles.values()) {
            if (!first) {
                out.write(',');
            }
            out.writeBytes(title);
            first = false;
        }
    }

    /** Roughly what it takes of the memory. */
    int bytes() {
        return OBJECTS_IN_BYTES
                + before.length
                + after.length
                + titles.values().stream()
                        .mapToInt(title -> title.length + OBJECTS_IN_BYTES / 4)
                        .sum();
    }
}
