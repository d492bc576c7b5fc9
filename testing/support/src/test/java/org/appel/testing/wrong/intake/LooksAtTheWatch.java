package org.appel.testing.wrong.intake;

import java.time.Instant;

class LooksAtTheWatch {

    Instant now() {
        return Instant.now();
    }
}
