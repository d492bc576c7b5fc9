package org.appel.postings.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * An RSS feed, with the authors as Dublin Core has them, since RSS itself wants an e-mail address there.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a> and <a
 *     href="https://www.rssboard.org/rss-profile">its best practices</a>
 */
final class RssFeed implements FeedWriter {

    static final String MEDIA_TYPE = "application/rss+xml";

    private final Xml xml;

    RssFeed(OutputStream out) throws IOException {
        xml = new Xml(out);
    }

    @Override
    public void begin(FeedHead head) throws IOException {
        xml.start(
                "rss",
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/");
        xml.start("channel");
        xml.text("title", head.title());
        xml.text("link", head.home());
        xml.text("description", head.title());
        xml.text("language", head.language());
        xml.text("lastBuildDate", time(head.updated()));
        xml.empty(
                "atom:link",
                "rel",
                "self",
                "type",
                MEDIA_TYPE,
                "href",
                head.self().toString());
        if (head.next() != null) {
            xml.empty(
                    "atom:link",
                    "rel",
                    "next",
                    "type",
                    MEDIA_TYPE,
                    "href",
                    head.next().toString());
        }
    }

    @Override
    public void entry(FeedEntry entry) throws IOException {
        xml.start("item");
        xml.text("title", entry.title());
        xml.text("link", entry.page());
        xml.text("guid", entry.id(), "isPermaLink", "false");
        xml.text("pubDate", time(entry.posting().publication().publishedAt()));
        xml.text("dc:creator", entry.publisherName());
        xml.text("dc:language", entry.language());
        xml.text("atom:updated", entry.updated().truncatedTo(ChronoUnit.SECONDS));
        xml.text("description", entry.html());
        xml.end();
    }

    @Override
    public void end() throws IOException {
        xml.end();
        xml.end();
        xml.close();
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }
}
