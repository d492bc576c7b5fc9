package org.appel.postings.changes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.appel.postings.HiringDesk;
import org.appel.testing.Tokens;

/** A hiring team that does a great deal in little time, and what everybody sees of it. */
final class Desk {

    /** As {@link HiringDesk#aNotice} has it. */
    static final int USUAL_DAYS = 30;

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;
    private final DataSource database;
    private final String organisation;
    private final String token;

    Desk(URI service, DataSource database, String organisation) {
        this.service = service;
        this.database = database;
        this.organisation = organisation;
        this.token = Tokens.hr(organisation);
    }

    UUID publish() {
        var draft = send("POST", "/postings", HiringDesk.aNotice(organisation).json());
        var id = UUID.fromString(draft.get("id").asText());
        send("PUT", "/postings/" + id + "/publication", Map.of());
        return id;
    }

    /** Amends a posting that was never extended. */
    void amend(UUID id, String title) {
        amend(id, title, USUAL_DAYS);
    }

    /** @param days of the deadline that the posting has */
    void amend(UUID id, String title, int days) {
        send(
                "PUT",
                "/postings/" + id,
                HiringDesk.aNotice(organisation)
                        .titled(title)
                        .with("deadline", inDays(days))
                        .json());
    }

    /** Extends an open posting, reopens a closed one. */
    void extend(UUID id, int days) {
        send("PUT", "/postings/" + id + "/deadline", inDays(days));
    }

    void withdraw(UUID id) {
        send("DELETE", "/postings/" + id + "/publication", Map.of("reason", "Poste pourvu en interne"));
    }

    /** Lets the deadline be now; the service closes the posting by itself. */
    void letClose(UUID id) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE posting SET closes_at = appel_now() WHERE id = ?")) {
            update.setObject(1, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the service has seen to it, not only shows it so. */
    boolean isClosed(UUID id) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT state = 'CLOSED' FROM posting WHERE id = ?")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What everybody sees: a posting, or the members of the tombstone that the log has too. */
    JsonNode publicly(UUID id) {
        var answer = exchange(
                HttpRequest.newBuilder(service.resolve("/postings/" + id)).build());
        return switch (answer.statusCode()) {
            case 200 -> json(answer);
            case 410 -> {
                var problem = json(answer);
                var tombstone = JSON.createObjectNode();
                for (var member : new String[] {"id", "organisation", "state", "withdrawnAt", "reason"}) {
                    tombstone.set(member, problem.get(member));
                }
                yield tombstone;
            }
            default -> throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        };
    }

    JsonNode get(String path) {
        var answer = exchange(HttpRequest.newBuilder(service.resolve(path)).build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer);
    }

    long head() {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("SELECT seq FROM posting_change_head")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> inDays(int days) {
        return HiringDesk.until(LocalDate.now(ZoneOffset.UTC).plusDays(days));
    }

    private JsonNode send(String method, String path, Object body) {
        try {
            var answer = exchange(HttpRequest.newBuilder(service.resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("If-Match", "*")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return json(answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
