package org.appel.postings.config;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

import org.appel.service.Fault;
import org.appel.service.Pages;
import org.appel.service.Problem;

/** Cuts lists into pages. */
@ApplicationScoped
public class Paging {

    private static final int LARGEST = 100;

    private final PostingsConfig config;

    Paging(PostingsConfig config) {
        this.config = config;
    }

    /**
     * How many items the caller wants in a page.
     *
     * @param limit as the caller wrote it; null for the usual number
     * @return 1 to 100
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is not
     */
    public int size(@Nullable String limit) {
        if (limit == null) {
            return config.lists().pageSize();
        }
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= LARGEST) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Said below, with the same words.
        }
        throw invalid(List.of(new Fault("/limit", "must be a number from 1 to " + LARGEST)));
    }

    /** The refusal of query parameters; the pointers name them as if they were an object. */
    public static RuntimeException invalid(List<Fault> faults) {
        return Problem.of(400, "invalid-parameter", "See errors for what the parameters must be", faults);
    }

    /**
     * A page of what was found.
     *
     * @param found one item more than {@code size} if there is a next page
     * @param cursor where the next page begins, told from the last item of this one
     */
    public <T, V> Response respond(
            UriInfo uri, List<T> found, int size, Function<T, V> view, Function<T, String> cursor) {
        boolean more = found.size() > size;
        var items = more ? found.subList(0, size) : found;
        return Pages.respond(uri, items.stream().map(view).toList(), more ? cursor.apply(items.getLast()) : null);
    }
}
