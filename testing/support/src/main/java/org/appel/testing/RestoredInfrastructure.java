package org.appel.testing;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Every test finds all parts running and no mail. */
final class RestoredInfrastructure implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        var control = Infrastructure.control();
        control.startDatabase();
        control.startBroker();
        control.startMail();
        control.clearMail();
    }
}
