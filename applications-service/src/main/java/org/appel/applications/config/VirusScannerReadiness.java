package org.appel.applications.config;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import org.appel.inspection.VirusScanner;

/**
 * Shows whether the virus scanner answers. While it is away only documents are turned back, and told to come again: the
 * service stays ready for everything else.
 */
@Readiness
@ApplicationScoped
class VirusScannerReadiness implements HealthCheck {
    private final Optional<VirusScanner> scanner;

    VirusScannerReadiness(ClamavConfig config) {
        scanner = Inspectors.scanner(config);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("virus-scanner")
                .up()
                .withData("scanner", scanner.map(VirusScannerReadiness::answer).orElse("not set"))
                .build();
    }

    private static String answer(VirusScanner scanner) {
        try {
            return scanner.isReady() ? "answers" : "away";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
