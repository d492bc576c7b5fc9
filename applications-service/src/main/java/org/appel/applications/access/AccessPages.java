package org.appel.applications.access;

import java.util.List;
import java.util.function.IntFunction;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Access;
import org.appel.service.Cursor;
import org.appel.service.Pages;

/** Pages of the log. */
final class AccessPages {
    private static final int LARGEST = 200;

    private AccessPages() {}

    /** @param found gives as many as it is asked for, if there are */
    static Response respond(UriInfo uri, int limit, IntFunction<List<Access>> found) {
        int size = Math.clamp(limit, 1, LARGEST);
        var some = found.apply(size + 1);
        var page = some.subList(0, Math.min(size, some.size()));
        return Pages.respond(
                uri,
                page.stream().map(AccessView::of).toList(),
                some.size() > size ? Cursor.encode(page.getLast().id().toString()) : null);
    }

    /** For the API's description. */
    @Schema(name = "AccessPage")
    record AccessPage(List<AccessView> items, @Nullable String next) {}
}
