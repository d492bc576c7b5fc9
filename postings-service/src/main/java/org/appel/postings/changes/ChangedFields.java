package org.appel.postings.changes;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Where two versions of the same JSON differ.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
 */
final class ChangedFields {

    private ChangedFields() {}

    /**
     * Pointers into {@code after}, as deep as they can be: of lists of another length only the list, of what appeared or
     * is gone the place where it is or was.
     */
    static List<String> between(JsonNode before, JsonNode after) {
        var found = new ArrayList<String>();
        compare(JsonPointer.empty(), before, after, found);
        return List.copyOf(found);
    }

    private static void compare(JsonPointer here, JsonNode before, JsonNode after, List<String> found) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            compareMembers(here, before, after, found);
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < after.size(); i++) {
                compare(here.appendIndex(i), before.get(i), after.get(i), found);
            }
        } else {
            found.add(here.toString());
        }
    }

    private static void compareMembers(JsonPointer here, JsonNode before, JsonNode after, List<String> found) {
        after.properties()
                .forEach(member -> compare(
                        here.appendProperty(member.getKey()), before.path(member.getKey()), member.getValue(), found));
        before.properties().stream()
                .filter(member -> !after.has(member.getKey()))
                .forEach(member -> compare(
                        here.appendProperty(member.getKey()), member.getValue(), MissingNode.getInstance(), found));
    }
}
