package org.appel.launcher.embedded;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;

/** A request for a token (RFC 6749, section 4.4); what is missing is the empty string. */
record TokenRequest(String grantType, String clientId, String clientSecret) {

    private static final String BASIC = "Basic ";

    static TokenRequest read(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var id = form.getOrDefault("client_id", "");
        var secret = form.getOrDefault("client_secret", "");
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null && authorization.startsWith(BASIC)) {
            var pair = decoded(authorization.substring(BASIC.length())).split(":", 2);
            id = percentDecoded(pair[0]);
            secret = pair.length == 2 ? percentDecoded(pair[1]) : "";
        }
        return new TokenRequest(form.getOrDefault("grant_type", ""), id, secret);
    }

    /** Compares in constant time. */
    boolean proves(String secret) {
        return MessageDigest.isEqual(
                clientSecret.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var field : body.split("&")) {
            var pair = field.split("=", 2);
            form.put(percentDecoded(pair[0]), pair.length == 2 ? percentDecoded(pair[1]) : "");
        }
        return form;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static String percentDecoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "TokenRequest[grantType=" + grantType + ", clientId=" + clientId + "]";
    }
}
