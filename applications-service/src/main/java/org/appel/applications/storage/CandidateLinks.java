package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.applications.config.CandidateConfig;
import org.appel.applications.model.ApplicationId;

/**
 * Makes and checks the tokens that open a candidate's own view. None is stored: a token is the second at which it ends
 * and an HMAC over what it is for, the application, that second and the application's epoch. So it opens one
 * application for one purpose until then, or until {@link #renew} or an erasure raises the epoch.
 */
@ApplicationScoped
public class CandidateLinks {
    private static final Pattern TOKEN = Pattern.compile("([1-9][0-9]{0,11})\\.[A-Za-z0-9_-]{43}");

    private static final String EPOCH = "SELECT link_epoch FROM application WHERE id = ?";

    private static final String EPOCH_OF_STANDING = EPOCH + " AND erased_at IS NULL";

    private static final String RENEW = """
            UPDATE application SET link_epoch = link_epoch + 1, link_requested_at = appel_now()
            WHERE id = ? AND erased_at IS NULL
              AND (link_requested_at IS NULL OR link_requested_at <= appel_now() - make_interval(secs => ?))""";

    private final Sql sql;
    private final BlindIndex index;
    private final CandidateConfig config;
    private final Clock clock;

    CandidateLinks(Sql sql, BlindIndex index, CandidateConfig config, Clock clock) {
        this.sql = sql;
        this.index = index;
        this.config = config;
        this.clock = clock;
    }

    /** What a token is good for; it opens nothing for another purpose. */
    public enum Purpose {
        /** In a mail, for weeks. */
        LINK,
        /** In the cookie of a browser that came by the link, for minutes. */
        SESSION
    }

    /**
     * The address of the view with a fresh token, which opens nothing once the application is erased.
     *
     * @throws IllegalStateException if there never was such an application
     */
    public String link(ApplicationId id) {
        return config.link().replace("{id}", id.toString()).replace("{token}", token(Purpose.LINK, id));
    }

    /**
     * A fresh token.
     *
     * @throws IllegalStateException if there never was such an application
     */
    public String token(Purpose purpose, ApplicationId id) {
        var epoch = epoch(EPOCH, id).orElseThrow(() -> new IllegalStateException("No link for application " + id));
        var end = clock.instant().plus(life(purpose)).getEpochSecond();
        return text(purpose, id, end, epoch);
    }

    /** Whether the token opens that application at this moment. */
    public boolean opens(Purpose purpose, ApplicationId id, String token) {
        var shape = TOKEN.matcher(token);
        if (!shape.matches()) {
            return false;
        }
        var end = Long.parseLong(shape.group(1));
        var epoch = epoch(EPOCH_OF_STANDING, id);
        // Reckoned for an unknown application, too: the time that it takes does not tell which there are.
        var genuine = same(text(purpose, id, end, epoch.orElse(-1)), token);
        return genuine && epoch.isPresent() && clock.instant().isBefore(Instant.ofEpochSecond(end));
    }

    /** What a form of the page carries: nobody but the page of that session can know it. */
    public String formToken(String session) {
        return encoded(index.derived("form", session));
    }

    /** Whether the form was made for that session. */
    public boolean isFormOf(String session, String formToken) {
        return same(formToken(session), formToken);
    }

    /**
     * Ends all links and sessions of the application, so that a new one can be sent.
     *
     * @return false, and nothing is done, if it was done a short time ago, or there is no such application
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean renew(ApplicationId id) {
        return sql.update(RENEW, q -> {
                    q.setObject(1, id.value());
                    q.setDouble(2, config.renewEvery().toMillis() / 1000.0);
                })
                > 0;
    }

    private OptionalInt epoch(String select, ApplicationId id) {
        return sql.list(select, q -> q.setObject(1, id.value()), row -> row.getInt(1)).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private Duration life(Purpose purpose) {
        return switch (purpose) {
            case LINK -> config.linkLife();
            case SESSION -> config.sessionLife();
        };
    }

    private String text(Purpose purpose, ApplicationId id, long end, int epoch) {
        return end + "." + encoded(index.derived("candidate-" + purpose, id + "\0" + end + "\0" + epoch));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
