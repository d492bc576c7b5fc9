package org.appel.postings.feed;

import java.io.IOException;
import java.io.OutputStream;

/** The formats of feeds. */
enum FeedFormat {
    JSON("/feeds/postings.json", "json-1", JsonFeed.MEDIA_TYPE, true, JsonFeed::new),
    ATOM("/feeds/postings.atom", "atom-1", AtomFeed.MEDIA_TYPE + ";charset=UTF-8", true, AtomFeed::new),
    RSS("/feeds/postings.rss", "rss-1", RssFeed.MEDIA_TYPE + ";charset=UTF-8", true, RssFeed::new),
    INDEED("/feeds/indeed.xml", "indeed-1", FeedFormat.XML, false, IndeedFeed::new),
    LINKEDIN("/feeds/linkedin.xml", "linkedin-1", FeedFormat.XML, false, LinkedInFeed::new),
    SITEMAP("/sitemap.xml", "sitemap-1", FeedFormat.XML, false, Sitemap::new);

    static final String XML = "application/xml;charset=UTF-8";

    private final String path;
    private final String form;
    private final String mediaType;
    private final boolean hasPages;
    private final Opening opening;

    FeedFormat(String path, String form, String mediaType, boolean hasPages, Opening opening) {
        this.path = path;
        this.form = form;
        this.mediaType = mediaType;
        this.hasPages = hasPages;
        this.opening = opening;
    }

    String path() {
        return path;
    }

    /**
     * The format and the number of its form, which rises with each release that writes the same postings otherwise: readers
     * must not take what an older one wrote for the same.
     */
    String form() {
        return form;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether it is for readers, who take page after page; boards need all at once. */
    boolean hasPages() {
        return hasPages;
    }

    FeedWriter to(OutputStream out) throws IOException {
        return opening.open(out);
    }

    @FunctionalInterface
    private interface Opening {
        FeedWriter open(OutputStream out) throws IOException;
    }
}
