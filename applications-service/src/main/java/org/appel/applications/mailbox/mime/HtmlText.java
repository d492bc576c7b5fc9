package org.appel.applications.mailbox.mime;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What an HTML body says.
 *
 * @param text in lines, as it would be read
 * @param pictures content ids of the pictures that it shows
 */
record HtmlText(String text, Set<String> pictures) {
    private static final Pattern CONTENT_ID = Pattern.compile("(?i)\\bcid:([^\\s\"'()<>]+)");

    private static final Set<String> SILENT = Set.of("head", "style", "script", "title", "template", "noscript");
    private static final Set<String> LINES =
            Set.of("br", "div", "li", "tr", "dt", "dd", "hr", "pre", "address", "center");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article");

    static HtmlText of(String html) {
        var document = Jsoup.parse(html);
        return new HtmlText(lines(document), pictures(document));
    }

    private static String lines(Document document) {
        var reading = new Reading();
        reading.traverse(document);
        return tidy(reading.text);
    }

    /** One pass, since the text is a stranger's: no blanks at either end of a line, at most one empty line. */
    private static String tidy(CharSequence text) {
        var tidy = new StringBuilder(text.length());
        int newLines = 0;
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                newLines++;
            } else if (c == ' ' || c == '\t' || c == '\u00A0') {
                blank = true;
            } else {
                if (newLines > 0) {
                    tidy.append("\n".repeat(Math.min(2, newLines)));
                } else if (blank) {
                    tidy.append(' ');
                }
                newLines = 0;
                blank = false;
                tidy.append(c);
            }
        }
        return tidy.toString().strip();
    }

    private static Set<String> pictures(Document document) {
        var ids = new HashSet<String>();
        for (Element element : document.select("[src], [background]")) {
            for (String attribute : new String[] {"src", "background"}) {
                var value = element.attr(attribute).strip();
                if (value.toLowerCase(Locale.ROOT).startsWith("cid:")) {
                    add(ids, value.substring(4));
                }
            }
        }
        for (Element element : document.select("[style], style")) {
            CONTENT_ID
                    .matcher(element.attr("style") + " " + element.data())
                    .results()
                    .forEach(found -> add(ids, found.group(1)));
        }
        return ids;
    }

    /** Some clients write it as it is, others as an address must be written. */
    private static void add(Set<String> ids, String id) {
        ids.add(id);
        try {
            ids.add(URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException asItIs) {
            // A percent sign that stands for itself.
        }
    }

    private static final class Reading implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int silent;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element && SILENT.contains(element.normalName())) {
                silent++;
            } else if (silent == 0 && node instanceof TextNode words) {
                text.append(isAsWritten(words) ? words.getWholeText() : words.text());
            } else if (silent == 0 && node instanceof Element element) {
                breakLine(element.normalName());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                var name = element.normalName();
                if (SILENT.contains(name)) {
                    silent--;
                } else if (silent == 0 && (name.equals("td") || name.equals("th"))) {
                    text.append(' ');
                } else if (silent == 0 && !name.equals("br")) {
                    breakLine(name);
                }
            }
        }

        private static boolean isAsWritten(TextNode words) {
            return words.parent() instanceof Element parent
                    && parent.normalName().equals("pre");
        }

        private void breakLine(String name) {
            if (name.equals("br")) {
                text.append('\n');
            } else if (PARAGRAPHS.contains(name)) {
                text.append(endsWith("\n\n") ? "" : endsWith("\n") ? "\n" : "\n\n");
            } else if (LINES.contains(name)) {
                text.append(endsWith("\n") ? "" : "\n");
            }
        }

        private boolean endsWith(String end) {
            return text.length() >= end.length()
                    && text.substring(text.length() - end.length()).equals(end);
        }
    }
}
