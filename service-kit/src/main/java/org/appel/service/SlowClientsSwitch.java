package org.appel.service;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells Netty, before the first server is opened, to ask for {@link SlowClients}. */
@ApplicationScoped
class SlowClientsSwitch implements VertxOptionsCustomizer {

    private final Duration head;
    private final Duration answer;

    SlowClientsSwitch(
            @ConfigProperty(name = "appel.edge.head-limit", defaultValue = "20s") Duration head,
            @ConfigProperty(name = "appel.edge.answer-limit", defaultValue = "30s") Duration answer) {
        this.head = head;
        this.answer = answer;
    }

    @Override
    public void accept(VertxOptions options) {
        SlowClients.limitTo(head, answer);
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
}
