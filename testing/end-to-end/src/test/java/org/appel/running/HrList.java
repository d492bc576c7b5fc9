package org.appel.running;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The applications to a posting as HR's list has them, read page by page. */
public record HrList(List<JsonNode> items) {

    public HrList {
        items = List.copyOf(items);
    }

    public static HrList of(Vacancy vacancy) {
        var items = new ArrayList<JsonNode>();
        String page = "/applications?posting=" + vacancy.id() + "&limit=50";
        while (page != null) {
            var answer =
                    Vacancy.applications("hr").get(page).orThrow("HR's list").json();
            answer.path("items").forEach(items::add);
            page = answer.path("next").asText(null);
        }
        return new HrList(items);
    }

    public List<String> ids() {
        return items.stream().map(item -> item.path("id").asText()).toList();
    }
}
