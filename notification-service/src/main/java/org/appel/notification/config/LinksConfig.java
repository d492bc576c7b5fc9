package org.appel.notification.config;

import io.smallrye.config.ConfigMapping;

/** What the letters link to. */
@ConfigMapping(prefix = "appel.links")
public interface LinksConfig {

    /** Where HR sees an application; {@code {id}} stands for its id. */
    String application();
}
