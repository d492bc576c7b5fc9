package org.appel.postings.webhook;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.Gap;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.PublicNetwork;
import org.appel.postings.model.Refusal;
import org.appel.postings.webhook.WebhookBody.Wanted;

/**
 * Judges the addresses that boards name, so that nobody makes this service call what only this service can reach. The
 * connection is then made to the very address that was judged: a name that leads elsewhere a moment later leads nowhere.
 *
 * @see <a href="https://owasp.org/www-community/attacks/Server_Side_Request_Forgery">Server-side request forgery</a>
 */
@ApplicationScoped
class Destinations {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int LONGEST = 2000;
    private static final String NOT_OUTSIDE = "must name a host that can be found in the public internet";

    private final PostingsConfig.Webhooks config;
    private final Resolver resolver;

    @Inject
    Destinations(PostingsConfig config) {
        this(config.webhooks(), PatientResolver.ofTheMachine());
    }

    Destinations(PostingsConfig.Webhooks config, Resolver resolver) {
        this.config = config;
        this.resolver = resolver;
    }

    /**
     * What is to be called.
     *
     * @param address that was judged; empty if there are objections
     * @param objections everything that is wrong, in words for the one who named it
     */
    record Judged(Optional<InetSocketAddress> address, List<String> objections) {

        /** As {@code errors} of a refusal. */
        List<Gap> gaps() {
            return objections.stream().map(words -> new Gap("/url", words)).toList();
        }
    }

    /**
     * Lets a webhook through whose address is fit. It may wait for the look-up of a name, so call it in no transaction.
     *
     * @throws PostingRefused with {@link Refusal.UnfitWebhook} naming everything that is wrong
     */
    Wanted requireFit(Wanted wanted) {
        var judged = judge(wanted.url());
        if (judged.address().isEmpty()) {
            throw new PostingRefused(new Refusal.UnfitWebhook(judged.gaps()));
        }
        return wanted;
    }

    /**
     * Judges an address and everything that its host's name leads to at this moment; it takes no longer than an attempt
     * may. Whether a name leads nowhere or inside is not told apart: nobody learns here what names there are inside.
     */
    Judged judge(URI url) {
        var objections = objectionsToForm(url);
        if (!objections.isEmpty()) {
            return new Judged(Optional.empty(), objections);
        }
        try {
            var found = resolver.resolve(hostOf(url), config.timeout());
            if (!config.allowPrivateNetworks() && !found.stream().allMatch(PublicNetwork::has)) {
                return new Judged(Optional.empty(), List.of(NOT_OUTSIDE));
            }
            return new Judged(Optional.of(new InetSocketAddress(found.getFirst(), port(url))), List.of());
        } catch (UnknownHostException e) {
            return new Judged(Optional.empty(), List.of(NOT_OUTSIDE));
        }
    }

    private List<String> objectionsToForm(URI url) {
        var objections = new ArrayList<String>();
        if (url.toString().length() > LONGEST) {
            objections.add("has more than " + LONGEST + " characters");
        }
        if (!isHttps(url) && !(config.allowHttp() && "http".equals(scheme(url)))) {
            objections.add("must begin with https://");
        }
        if (url.getHost() == null || url.getHost().isBlank()) {
            objections.add("must name a host");
        } else if (!config.allowPrivateNetworks() && !config.ports().contains(port(url))) {
            objections.add("must have one of the ports " + config.ports());
        }
        if (url.getRawUserInfo() != null) {
            objections.add("must not hold a name or password");
        }
        if (url.getRawFragment() != null) {
            objections.add("must not have a fragment");
        }
        return objections;
    }

    /** A literal of IPv6 without its brackets. */
    private static String hostOf(URI url) {
        var host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isHttps(url) ? HTTPS_PORT : HTTP_PORT;
    }

    private static boolean isHttps(URI url) {
        return "https".equals(scheme(url));
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }
}
