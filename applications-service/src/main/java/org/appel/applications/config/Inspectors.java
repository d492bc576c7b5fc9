package org.appel.applications.config;

import java.util.Optional;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.appel.inspection.DocumentInspector;
import org.appel.inspection.InspectorSettings;
import org.appel.inspection.VirusScanner;

/** Makes what looks into documents, by the settings, and ends its processes with the service. */
@Dependent
class Inspectors {
    private static final int MEBIBYTE = 1 << 20;

    @Produces
    @Singleton
    DocumentInspector inspector(InspectionConfig config) {
        return new DocumentInspector(new InspectorSettings(
                config.processes(),
                Math.toIntExact(config.heap().asLongValue() / MEBIBYTE),
                config.timeLimit(),
                config.recycleAfter(),
                config.patience()));
    }

    void end(@Disposes DocumentInspector inspector) {
        inspector.close();
    }

    /** Empty where none is set. */
    static Optional<VirusScanner> scanner(ClamavConfig config) {
        return config.host()
                .map(host -> new VirusScanner(
                        host,
                        config.port(),
                        config.timeout(),
                        config.streamMaxLength().asLongValue()));
    }
}
