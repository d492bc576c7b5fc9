package org.appel.postings.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriBuilder;

import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.config.Site;
import org.appel.postings.feed.Feeds.Overview;
import org.appel.postings.storage.FeedPosition;
import org.appel.postings.storage.FeedState;
import org.appel.service.Etags;
import org.appel.service.WholeAnswer;

/**
 * Feeds as answers: 304 for who has them already, else written entry by entry as they are read, so that a feed of any
 * length takes little memory. One that breaks off is not well-formed, and no reader takes it for a shorter one.
 */
@ApplicationScoped
class FeedAnswers {

    /** Kept copies are asked about each time: a closed posting must not be shown as open. */
    static final String ASK_AGAIN = "no-cache";

    private static final int BATCH = 100;

    private final Feeds feeds;
    private final Site site;
    private final PostingsConfig.Feeds config;
    private final String settings;

    FeedAnswers(Feeds feeds, Site site, PostingsConfig config) {
        this.feeds = feeds;
        this.site = site;
        this.config = config.feeds();
        this.settings = Integer.toHexString(
                Objects.hash(site.at("/").toString(), this.config.pageSize(), this.config.sitemapPages()));
    }

    Response feed(FeedFormat format, FeedQuery query, HttpHeaders headers) {
        var overview = feeds.overview(query);
        return answer(format, overview, query, headers, out -> write(format, query, overview, out));
    }

    /** An answer with its validators, or 304 for who has it already. */
    Response answer(FeedFormat format, Overview overview, FeedQuery query, HttpHeaders headers, StreamingOutput body) {
        var tag = tag(format, overview.state(), query);
        var changedAt = overview.lastModified();
        var answer = isFresh(headers, tag, changedAt)
                ? Response.notModified()
                : Response.ok(WholeAnswer.of(body)).type(format.mediaType());
        return answer.tag(tag)
                .lastModified(changedAt == null ? null : Date.from(changedAt))
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Another one as soon as a posting changes, or what is made of the same postings does. */
    private EntityTag tag(FeedFormat format, FeedState state, FeedQuery query) {
        return new EntityTag(String.join(
                "-",
                Long.toHexString(state.fingerprint()),
                Long.toString(state.count()),
                format.form(),
                settings,
                String.join("-", query.languages())));
    }

    private void write(FeedFormat format, FeedQuery query, Overview overview, OutputStream out) throws IOException {
        if (format.hasPages()) {
            writePage(format, query, overview, out);
            return;
        }
        var writer = format.to(out);
        writer.begin(head(format, query, overview, null));
        writeAll(writer, query, query.after(), Long.MAX_VALUE);
        writer.end();
    }

    private void writePage(FeedFormat format, FeedQuery query, Overview overview, OutputStream out) throws IOException {
        int size = config.pageSize();
        var found = feeds.batch(query.languages(), query.organisations(), query.after(), size + 1);
        boolean more = found.size() > size;
        var entries = more ? found.subList(0, size) : found;
        var writer = format.to(out);
        writer.begin(head(format, query, overview, more ? entries.getLast().position() : null));
        for (var entry : entries) {
            writer.entry(entry);
        }
        writer.end();
    }

    /** One of several sitemaps: so many postings from a place on. */
    void writeSitemap(OutputStream out, @Nullable FeedPosition after, long postings) throws IOException {
        var query = new FeedQuery(null, null, List.of(), after);
        var writer = FeedFormat.SITEMAP.to(out);
        writer.begin(head(FeedFormat.SITEMAP, query, feeds.overview(query), null));
        writeAll(writer, query, after, postings);
        writer.end();
    }

    /** Writes up to so many entries, batch after batch. */
    private void writeAll(FeedWriter writer, FeedQuery query, @Nullable FeedPosition after, long most)
            throws IOException {
        var position = after;
        List<FeedEntry> batch;
        long left = most;
        do {
            batch = feeds.batch(query.languages(), query.organisations(), position, (int) Math.min(BATCH, left));
            for (var entry : batch) {
                writer.entry(entry);
                position = entry.position();
            }
            left -= batch.size();
        } while (batch.size() == BATCH && left > 0);
    }

    private FeedHead head(FeedFormat format, FeedQuery query, Overview overview, @Nullable FeedPosition last) {
        var language = query.languages().isEmpty()
                ? "en"
                : Pages.language(query.languages().getFirst());
        var publisher = overview.publisher();
        var title = language.equals("fr") ? "Postes ouverts" : "Open positions";
        return new FeedHead(
                publisher == null ? title : publisher.nameIn(language) + " – " + title,
                address(format, query, null),
                address(format, query, query.after()),
                publisher == null ? site.careers(language) : site.careersOf(publisher.id(), language),
                last == null ? null : address(format, query, last),
                last == null && query.after() == null,
                query.language(),
                overview.state().changedAt());
    }

    private URI address(FeedFormat format, FeedQuery query, @Nullable FeedPosition after) {
        var address = UriBuilder.fromUri(site.at(format.path()));
        if (query.organisation() != null) {
            address.queryParam("organisation", query.organisation());
        }
        if (query.language() != null) {
            address.queryParam("language", query.language());
        }
        if (after != null) {
            address.queryParam("cursor", FeedParameters.cursorAfter(after));
        }
        return address.buildFromMap(Map.of());
    }

    /**
     * Whether the reader has it already; a tag says it better than a time.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-precedence-of-preconditions">RFC 9110, 13.2.2</a>
     */
    private static boolean isFresh(HttpHeaders headers, EntityTag tag, @Nullable Instant changedAt) {
        if (headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null) {
            return Etags.noneMatch(headers, tag);
        }
        var since = headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        try {
            return since != null
                    && changedAt != null
                    && !changedAt.isAfter(ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
