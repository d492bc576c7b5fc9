package org.appel.applications.mailbox.imap;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.OidcClientConfig.Grant;
import org.jspecify.annotations.Nullable;

import org.appel.applications.config.MailboxesConfig.OAuth;

/** Fetches bearer tokens for mailboxes, from one issuer each. */
@ApplicationScoped
class TokenIssuers {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** A login must not begin with a token that ends on the way. */
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(2);

    private final OidcClients clients;

    TokenIssuers(OidcClients clients) {
        this.clients = clients;
    }

    Credentials.Bearer of(OAuth settings) {
        return new Issuer(settings);
    }

    private final class Issuer implements Credentials.Bearer {
        private final OAuth settings;
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable OidcClient client;
        private @Nullable Tokens tokens;
        /** An issuer may give a new one with each token; the former one stays good until then. */
        private @Nullable String refreshToken;

        Issuer(OAuth settings) {
            this.settings = settings;
            refreshToken = settings.refreshToken().orElse(null);
        }

        @Override
        public String token() throws Away {
            lock.lock();
            try {
                if (tokens == null || tokens.isAccessTokenExpired() || tokens.isAccessTokenWithinRefreshInterval()) {
                    tokens = fetch();
                    refreshToken = tokens.getRefreshToken() == null ? refreshToken : tokens.getRefreshToken();
                }
                return tokens.getAccessToken();
            } catch (RuntimeException e) {
                throw new Away("no-token", e);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void refused() {
            lock.lock();
            tokens = null;
            lock.unlock();
        }

        private Tokens fetch() {
            if (client == null) {
                client = clients.newClient(configuration()).await().atMost(LONGEST);
            }
            var answer = settings.refreshToken().isPresent() ? client.refreshTokens(refreshToken) : client.getTokens();
            return answer.await().atMost(LONGEST);
        }

        private OidcClientConfig configuration() {
            var url = settings.tokenUrl();
            var root = url.getScheme() + "://" + url.getRawAuthority();
            return OidcClientConfig.authServerUrl(root)
                    .discoveryEnabled(false)
                    .tokenPath(url.toString())
                    .id("mailbox-" + Integer.toHexString(System.identityHashCode(this)))
                    .clientId(settings.clientId())
                    .credentials(settings.clientSecret())
                    .grant(settings.refreshToken().isPresent() ? Grant.Type.REFRESH : Grant.Type.CLIENT)
                    .scopes(settings.scope()
                            .map(scope -> List.of(scope.strip().split("\\s+")))
                            .orElse(List.of()))
                    .refreshTokenTimeSkew(RENEWED_BEFORE)
                    .earlyTokensAcquisition(false)
                    .connectionTimeout(LONGEST.dividedBy(2))
                    .build();
        }
    }
}
