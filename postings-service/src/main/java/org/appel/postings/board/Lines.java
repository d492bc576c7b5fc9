package org.appel.postings.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.storage.BoardItem;

/**
 * The lines of lists, kept ready in memory: most searches find postings that others found before, and then read no more of
 * the database than which they are.
 */
@ApplicationScoped
class Lines {

    private final Board board;
    private final ObjectMapper mapper;
    private final Cache<UUID, Line> kept;

    Lines(Board board, ObjectMapper mapper, PostingsConfig config) {
        this.board = board;
        this.mapper = mapper;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(config.reading().lines().asLongValue())
                .weigher((UUID _, Line line) -> line.bytes())
                .build();
    }

    /** The lines of these postings in their order, without those that are open no longer. */
    List<Line> of(List<BoardItem> items) {
        var ready = new HashMap<UUID, Line>();
        for (var item : items) {
            var line = kept.getIfPresent(item.id());
            if (line != null && line.isOf(item)) {
                ready.put(item.id(), line);
            }
        }
        if (ready.size() < items.size()) {
            ready.putAll(made(
                    items.stream().filter(item -> !ready.containsKey(item.id())).toList()));
        }
        return items.stream()
                .map(item -> ready.get(item.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<UUID, Line> made(List<BoardItem> items) {
        var made = new HashMap<UUID, Line>();
        for (var stored : board.open(items.stream().map(BoardItem::postingId).toList())) {
            made.put(stored.posting().id().value(), Line.of(stored, mapper));
        }
        kept.putAll(made);
        return made;
    }
}
