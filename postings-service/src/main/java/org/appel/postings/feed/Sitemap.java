package org.appel.postings.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The pages of postings for search engines: each language version with links to the others, or the list of sitemaps
 * where one cannot hold them all.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a> and <a
 *     href="https://developers.google.com/search/docs/specialty/international/localized-versions">Google: localised
 *     versions</a>
 */
final class Sitemap implements FeedWriter {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final Xml xml;

    Sitemap(OutputStream out) throws IOException {
        xml = new Xml(out);
    }

    @Override
    public void begin(FeedHead head) throws IOException {
        xml.start("urlset", "xmlns", NAMESPACE, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
    }

    @Override
    public void entry(FeedEntry entry) throws IOException {
        var pages = entry.alternates().isEmpty()
                ? List.of(entry.page())
                : List.copyOf(entry.alternates().values());
        for (URI page : pages) {
            xml.start("url");
            xml.text("loc", page);
            xml.text("lastmod", time(entry.updated()));
            if (pages.size() > 1) {
                for (var alternate : entry.alternates().entrySet()) {
                    xml.empty(
                            "xhtml:link",
                            "rel",
                            "alternate",
                            "hreflang",
                            alternate.getKey(),
                            "href",
                            alternate.getValue().toString());
                }
            }
            xml.end();
        }
    }

    @Override
    public void end() throws IOException {
        xml.end();
        xml.close();
    }

    /** A list of sitemaps. */
    static void index(OutputStream out, List<URI> sitemaps, Instant updated) throws IOException {
        var xml = new Xml(out);
        xml.start("sitemapindex", "xmlns", NAMESPACE);
        for (URI sitemap : sitemaps) {
            xml.start("sitemap");
            xml.text("loc", sitemap);
            xml.text("lastmod", time(updated));
            xml.end();
        }
        xml.end();
        xml.close();
    }

    private static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
