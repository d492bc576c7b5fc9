package org.appel.postings.model;

import java.util.List;

/**
 * A notice in one language.
 *
 * @param title without place, workload or pay; empty while it is not written
 * @param sections in the order of the notice
 */
public record Text(String title, List<Section> sections) {

    public Text {
        title = title.strip();
        sections = List.copyOf(sections);
    }
}
