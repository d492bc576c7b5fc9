package org.appel.postings.authoring;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.service.StrictJson;

/** Reads a body that may be left out, as if it had been an object without any property. */
@ApplicationScoped
class OptionalBody {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);

    private final StrictJson json;

    OptionalBody(StrictJson json) {
        this.json = json;
    }

    /** @throws org.appel.service.InvalidBody with everything that is wrong with it */
    <T> T read(byte[] body, Class<T> type) {
        return json.read(body.length == 0 ? NOTHING : body, type);
    }
}
