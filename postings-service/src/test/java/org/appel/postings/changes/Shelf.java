package org.appel.postings.changes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a board keeps: a file for each posting, and one with the last entry that it has applied. */
record Shelf(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Applying an entry twice leaves what applying it once does. One that was replaced says nothing: its successor follows. */
    void apply(JsonNode item) throws IOException {
        if (!item.has("posting")) {
            return;
        }
        var id = item.get("id").asText();
        var posting = (ObjectNode) item.get("posting");
        if (item.get("kind").asText().equals("closed")) {
            var known = (ObjectNode) posting(id);
            known.set("state", posting.get("state"));
            known.set("closesAt", posting.get("closesAt"));
            posting = known;
        }
        write(id, JSON.writeValueAsString(posting));
    }

    /** Keeps a posting as it was fetched after an entry. */
    void keep(String id, JsonNode posting) throws IOException {
        write(id, JSON.writeValueAsString(posting));
    }

    /** Notes up to which entry a posting was fetched. */
    void note(String id, long seq) throws IOException {
        write(id + ".seq", String.valueOf(seq));
    }

    JsonNode posting(String id) throws IOException {
        var file = folder.resolve(id);
        return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
    }

    long position() throws IOException {
        var file = folder.resolve("position");
        return Files.exists(file) ? Long.parseLong(Files.readString(file)) : 0;
    }

    void moveTo(long seq) throws IOException {
        write("position", String.valueOf(seq));
    }

    /** All or nothing, wherever the program is killed. */
    private void write(String name, String text) throws IOException {
        var fresh = folder.resolve(name + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
