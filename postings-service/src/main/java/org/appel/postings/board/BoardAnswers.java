package org.appel.postings.board;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.appel.postings.board.BoardParameters.Wanted;
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.BoardItem;
import org.appel.postings.storage.BoardLists;
import org.appel.postings.storage.BoardQuery.Sort;
import org.appel.postings.storage.BoardState;
import org.appel.postings.storage.FacetCounts;
import org.appel.service.Pages;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes the answers to readers from what is stored. */
@ApplicationScoped
class BoardAnswers {

    private static final byte[] ITEMS = "{\"items\":[".getBytes(UTF_8);
    private static final String VARY_LIST = "Accept-Encoding, Accept-Language, Authorization";
    private static final String VARY_POSTING = "Accept, " + VARY_LIST;

    private final Board board;
    private final BoardLists lists;
    private final BoardState state;
    private final Lines lines;
    private final ObjectMapper mapper;
    private final Clock clock;

    BoardAnswers(Board board, BoardLists lists, BoardState state, Lines lines, ObjectMapper mapper, Clock clock) {
        this.board = board;
        this.lists = lists;
        this.state = state;
        this.lines = lines;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** A page of the list, with counts if any are wanted. */
    Answer list(Wanted wanted, UriInfo uri) {
        var query = wanted.query();
        int size = wanted.size();
        var stamp = state.stamp();
        var changedAt = state.lastChange(clock.instant());
        var found = lists.page(query);
        var items = found.size() > size ? found.subList(0, size) : found;
        var next = found.size() > size ? Pages.next(uri, cursorAfter(query.sort(), items.getLast())) : null;
        var counts = wanted.facets().isEmpty() ? null : lists.facets(query.filters(), wanted.facets());
        var page = page(items, next, counts, wanted.choice());
        return new Answer(
                page.body(),
                new Answer.Facts(
                        page.tag(),
                        changedAt,
                        firstClosing(found, counts),
                        page.languages().isEmpty() ? null : String.join(", ", page.languages()),
                        next == null ? null : Pages.link(next),
                        VARY_LIST,
                        stamp));
    }

    /** One posting as the caller may read it. */
    Answer posting(PostingId id, LanguageChoice choice) {
        var stamp = state.stamp();
        var reading = board.read(id, choice);
        return new Answer(
                json(reading.view()),
                new Answer.Facts(
                        reading.tag(),
                        reading.changedAt(),
                        reading.until(),
                        reading.language(),
                        null,
                        VARY_POSTING,
                        stamp));
    }

    private record Page(byte[] body, String tag, Set<String> languages) {}

    /** The tag is made of the digests of the lines, which are kept with them: a digest of all bytes would take longer. */
    private Page page(
            List<BoardItem> items, @Nullable String next, @Nullable FacetCounts counts, LanguageChoice choice) {
        var digest = Digests.sha256();
        var languages = new LinkedHashSet<String>();
        var out = new ByteArrayOutputStream(1 << 15);
        out.writeBytes(ITEMS);
        boolean first = true;
        for (var line : lines.of(items)) {
            if (!first) {
                out.write(',');
            }
            first = false;
            var language = line.writeTo(out, choice);
            digest.update(line.digest());
            if (language != null) {
                languages.add(language);
                digest.update(language.getBytes(UTF_8));
            }
        }
        var end = end(next, counts);
        digest.update(end);
        out.writeBytes(end);
        return new Page(out.toByteArray(), Digests.tag(digest), languages);
    }

    private byte[] end(@Nullable String next, @Nullable FacetCounts counts) {
        var end = new ByteArrayOutputStream();
        end.writeBytes("],\"next\":".getBytes(UTF_8));
        end.writeBytes(json(next));
        if (counts != null) {
            end.writeBytes((",\"total\":" + counts.total() + ",\"facets\":").getBytes(UTF_8));
            end.writeBytes(json(byCode(counts)));
        }
        end.write('}');
        return end.toByteArray();
    }

    private static Object byCode(FacetCounts counts) {
        var byCode = new LinkedHashMap<String, List<BoardPage.Count>>();
        counts.counts()
                .forEach((facet, values) -> byCode.put(
                        facet.code(),
                        values.stream()
                                .map(each -> new BoardPage.Count(each.value(), each.count()))
                                .toList()));
        return byCode;
    }

    /** Also of the first posting of the next page, on which it depends whether there is one. */
    private static @Nullable Instant firstClosing(List<BoardItem> found, @Nullable FacetCounts counts) {
        return Stream.concat(found.stream().map(BoardItem::closesAt), Stream.of(counts == null ? null : counts.until()))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static String cursorAfter(Sort sort, BoardItem last) {
        return BoardParameters.cursorAfter(sort, sort == Sort.NEWEST ? last.publishedAt() : last.closesAt(), last.id());
    }

    private byte[] json(@Nullable Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON", e);
        }
    }
}
