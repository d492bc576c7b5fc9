package org.appel.postings.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An Atom feed. What does not fit on a page follows by {@code rel="next"}; a page that holds everything says so.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a> and <a
 *     href="https://www.rfc-editor.org/rfc/rfc5005">RFC 5005</a>
 */
final class AtomFeed implements FeedWriter {

    static final String MEDIA_TYPE = "application/atom+xml";

    private final Xml xml;

    AtomFeed(OutputStream out) throws IOException {
        xml = new Xml(out);
    }

    @Override
    public void begin(FeedHead head) throws IOException {
        xml.start(
                "feed", "xmlns", "http://www.w3.org/2005/Atom", "xmlns:fh", "http://purl.org/syndication/history/1.0");
        xml.text("id", head.id());
        xml.text("title", head.title());
        xml.text("updated", time(head.updated()));
        xml.empty("link", "rel", "self", "type", MEDIA_TYPE, "href", head.self().toString());
        xml.empty(
                "link",
                "rel",
                "alternate",
                "type",
                "text/html",
                "href",
                head.home().toString());
        if (head.next() != null) {
            xml.empty(
                    "link",
                    "rel",
                    "next",
                    "type",
                    MEDIA_TYPE,
                    "href",
                    head.next().toString());
        }
        if (head.whole()) {
            xml.empty("fh:complete");
        }
    }

    @Override
    public void entry(FeedEntry entry) throws IOException {
        xml.start("entry", "xml:lang", entry.language());
        xml.text("id", entry.id());
        xml.text("title", entry.title());
        xml.text("published", time(entry.posting().publication().publishedAt()));
        xml.text("updated", time(entry.updated()));
        page(entry.language(), entry.page().toString());
        for (var alternate : entry.alternates().entrySet()) {
            if (!alternate.getKey().equals(entry.language())) {
                page(alternate.getKey(), alternate.getValue().toString());
            }
        }
        xml.start("author");
        xml.text("name", entry.publisherName());
        xml.text("uri", entry.publisher().website());
        xml.end();
        xml.text("content", entry.html(), "type", "html");
        xml.end();
    }

    @Override
    public void end() throws IOException {
        xml.end();
        xml.close();
    }

    private void page(String language, String address) throws IOException {
        xml.empty("link", "rel", "alternate", "type", "text/html", "hreflang", language, "href", address);
    }

    private static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
