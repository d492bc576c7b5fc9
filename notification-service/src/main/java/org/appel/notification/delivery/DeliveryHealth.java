package org.appel.notification.delivery;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import org.appel.notification.model.Dependency;

/**
 * Always green: while the mail server or another service is away this service does its work, which is to queue. Who is
 * away stands in its data.
 */
@Readiness
class DeliveryHealth implements HealthCheck {

    private final Outages outages;
    private final DeliveryMeters meters;

    DeliveryHealth(Outages outages, DeliveryMeters meters) {
        this.outages = outages;
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("mail-delivery")
                .up()
                .withData("waiting", (long) meters.backlog().mails())
                .withData("oldestWaitingSeconds", (long) meters.backlog().oldestInSeconds());
        for (Dependency dependency : Dependency.values()) {
            var since = outages.since(dependency);
            answer.withData(
                    switch (dependency) {
                        case MAIL_SERVER -> "mailServer";
                        case APPLICATIONS -> "applicationsService";
                        case POSTINGS -> "postingsService";
                    },
                    since == null ? "not known to be away" : "away since " + since);
        }
        return answer.build();
    }
}
