package org.appel.notification.config;

import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.appel.notification.model.NotificationRefused;
import org.appel.notification.model.Refusal;
import org.appel.notification.model.Refusal.AlreadyWaiting;
import org.appel.notification.model.Refusal.NotOwed;
import org.appel.notification.model.Refusal.RecipientErased;
import org.appel.notification.model.Refusal.UnknownNotification;
import org.appel.notification.model.Refusal.UnknownTemplate;
import org.appel.notification.model.Refusal.UnknownValue;
import org.appel.service.Problem;

/** Every refusal of this service as HTTP (RFC 9457). */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response map(NotificationRefused refused) {
        LOG.debugf("request refused refusal=%s", refused.refusal());
        return of(refused.refusal()).toResponse();
    }

    static HttpProblem of(Refusal refusal) {
        return switch (refusal) {
            case UnknownNotification r -> Problem.of(404, "unknown-notification", "There is no notification " + r.id());
            case AlreadyWaiting r ->
                Problem.of(409, "already-waiting", "Notification " + r.id() + " is in the queue and will be sent");
            case RecipientErased r ->
                Problem.of(
                        409,
                        "recipient-erased",
                        "The data of the recipient of notification " + r.id() + " has been erased");
            case NotOwed r ->
                Problem.of(409, "not-owed", "Notification " + r.id() + " was not owed, for this reason: " + r.reason());
            case UnknownTemplate r -> Problem.of(404, "unknown-template", "There is no template " + r.name());
            case UnknownValue r ->
                Problem.of(400, "unknown-value", "Parameter " + r.parameter() + " can be: " + r.allowed());
        };
    }
}
