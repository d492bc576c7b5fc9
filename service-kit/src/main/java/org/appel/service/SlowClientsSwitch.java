package org.appel.service;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells Netty, before the first server is opened, to ask for {@link SlowHeads}. */
@ApplicationScoped
class SlowHeadsSwitch implements VertxOptionsCustomizer {

    private final Duration limit;

    SlowHeadsSwitch(@ConfigProperty(name = "appel.edge.head-limit", defaultValue = "20s") Duration limit) {
        this.limit = limit;
    }

    @Override
    public void accept(VertxOptions options) {
        SlowHeads.limitTo(limit);
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
}
