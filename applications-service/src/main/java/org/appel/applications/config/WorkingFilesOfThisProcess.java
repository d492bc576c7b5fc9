package org.appel.applications.config;

import java.io.IOException;
import java.nio.file.Path;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes the directory before the first request is, and deletes it with the service's end. */
@Dependent
class WorkingFilesOfThisProcess {

    @Produces
    @Singleton
    @Startup
    WorkingFiles files(@ConfigProperty(name = "appel.working-directory") Path directory) {
        return WorkingFiles.at(directory);
    }

    void end(@Disposes WorkingFiles files) throws IOException {
        files.close();
    }
}
