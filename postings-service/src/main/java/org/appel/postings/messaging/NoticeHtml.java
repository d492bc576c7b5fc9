package org.appel.postings.messaging;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Section;
import org.appel.postings.model.Text;

/**
 * The whole text of a notice as HTML: headings, paragraphs and lists, nothing else. Every word of the notice is escaped,
 * so that none can become a tag.
 */
public final class NoticeHtml {

    private NoticeHtml() {}

    /** All sections, in their order; the title where they say nothing, since no format takes an empty text. */
    public static String of(Text text) {
        var html = of(text.sections());
        return html.isEmpty() ? "<p>" + lines(text.title()) + "</p>" : html;
    }

    /** These sections, in their order. */
    public static String of(List<Section> sections) {
        return sections.stream().map(NoticeHtml::section).collect(Collectors.joining());
    }

    /** A text that is no HTML, as the content of an element; not as an attribute. */
    public static String escaped(String text) {
        return Characters.clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String section(Section section) {
        var html = new StringBuilder();
        var heading = heading(section);
        if (heading != null) {
            html.append("<h3>").append(escaped(heading)).append("</h3>");
        }
        for (String paragraph : section.paragraphs()) {
            html.append("<p>").append(lines(paragraph)).append("</p>");
        }
        if (!section.items().isEmpty()) {
            html.append("<ul>");
            section.items()
                    .forEach(item -> html.append("<li>").append(lines(item)).append("</li>"));
            html.append("</ul>");
        }
        return html.toString();
    }

    /** With the share of the working time, which notices print beside it. */
    static @Nullable String heading(Section section) {
        var heading = section.heading();
        return heading == null || section.share() == null ? heading : heading + " (" + section.share() + " %)";
    }

    private static String lines(String text) {
        return escaped(text).replace("\n", "<br>");
    }
}
