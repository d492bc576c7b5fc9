package org.appel.postings.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.appel.postings.authoring.SampleNotices;
import org.appel.postings.model.ApprovalRule;
import org.appel.postings.model.Boards;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Place;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.Section;

import static org.appel.postings.PostingFixtures.NOW;
import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.until;

/** Entries of feeds for tests of the formats, and feeds made of them. */
final class Entries {

    /** Everything that has ever broken a feed: the end of a script, of CDATA and of a comment; markup; forbidden, right-to-left and rare characters. */
    static final String HOSTILE = "</script><script>alert(1)</script> ]]> <![CDATA[ --> <!-- & &amp; &#x1; \" ' "
            + "\u0001\u0008\u000b\u000c\u001f\ufffe\uffff \u202eרשע\u202c \u200f ع مرحبا \ud83d\ude00\ud834\udd1e e\u0301 "
            + "\ud800 \udc00 <b>fett</b> ${x} %s \u2028\u2029 Ende";

    static final Instant CHANGED = Instant.parse("2025-07-10T08:30:00.123Z");

    private static final String SITE = "https://jobs.example.org";

    private Entries() {}

    static Organisation anOrganisation() {
        return organisation("Organisation mondiale contre la torture (OMCT)");
    }

    static Organisation organisation(String name) {
        return new Organisation(
                "omct",
                name,
                Map.of("en", name.startsWith("Organisation") ? "World Organisation Against Torture (OMCT)" : name),
                "fr",
                List.of("rh@omct.example"),
                "CH",
                ZoneId.of("Europe/Zurich"),
                ApprovalRule.NONE,
                URI.create("https://www.omct.example"),
                URI.create("https://www.omct.example/logo.png"),
                new Boards("123456", "jobs@omct.example", 1503));
    }

    static Stream<FeedEntry> samples() {
        return SampleNotices.NAMES.stream().map(name -> entry(SampleNotices.ad(name), "fr"));
    }

    /** A posting that says only what it must. */
    static FeedEntry bare() {
        return entry(
                aNotice()
                        .reference(null)
                        .contract(null)
                        .start(null)
                        .pay(null)
                        .languages()
                        .experience(null, null)
                        .places(new Place(null, "BE", null))
                        .deadline(new Deadline.None())
                        .build(),
                "fr");
    }

    /** A posting whose every text is hostile. */
    static FeedEntry hostile() {
        var section = new Section(
                Section.Kind.ROLE, HOSTILE, null, List.of(HOSTILE, "long ".repeat(2000) + HOSTILE), List.of(HOSTILE));
        return entry(
                aNotice()
                        .reference(HOSTILE)
                        .text("fr", HOSTILE, section)
                        .places(new Place(HOSTILE, "BE", Place.Arrangement.HYBRID))
                        .build(),
                "fr",
                organisation(HOSTILE));
    }

    static FeedEntry entry(JobAd ad, String language) {
        return entry(ad, language, anOrganisation());
    }

    static FeedEntry entry(JobAd ad, String language, Organisation publisher) {
        var id = new PostingId(UUID.nameUUIDFromBytes(ad.toString().getBytes(StandardCharsets.UTF_8)));
        var pages = new LinkedHashMap<String, URI>();
        ad.texts().keySet().forEach(each -> pages.put(each, page(id, each)));
        return new FeedEntry(
                new Draft(id, ad).publish(NOW),
                publisher,
                Pages.version(ad, List.of(language)),
                CHANGED,
                URI.create(SITE + "/postings/" + id),
                page(id, language),
                pages);
    }

    /** In French and English, open until 2199. */
    static FeedEntry inTwoLanguages(String language) {
        return entry(
                aNotice()
                        .text("fr", "Directeur·rice", section("Il fait froid"))
                        .text("en", "Director", section("It is cold"))
                        .start(null)
                        .deadline(until("2199-08-03"))
                        .build(),
                language);
    }

    static Section section(String paragraph) {
        return new Section(Section.Kind.ROLE, null, null, List.of(paragraph), List.of());
    }

    static byte[] feed(FeedFormat format, FeedEntry... entries) {
        var out = new ByteArrayOutputStream();
        try {
            var writer = format.to(out);
            writer.begin(new FeedHead(
                    "Postes ouverts",
                    URI.create(SITE + format.path()),
                    URI.create(SITE + format.path() + "?language=fr"),
                    URI.create(SITE + "/careers/fr"),
                    URI.create(SITE + format.path() + "?language=fr&cursor=x"),
                    false,
                    "fr",
                    CHANGED));
            for (var entry : entries) {
                writer.entry(entry);
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static URI page(PostingId id, String language) {
        return URI.create(SITE + "/careers/" + Pages.language(language) + "/postings/" + id);
    }
}
