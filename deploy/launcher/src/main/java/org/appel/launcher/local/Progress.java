package org.appel.launcher.local;

import org.appel.launcher.process.Service;

/** Is told how far a start has come and what happens to the services afterwards. */
public interface Progress {

    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void ready(String part) {}

        @Override
        public void restarting(Service service, int exitStatus) {}
    };

    /** The part answers. */
    void ready(String part);

    /** The service died and is being started again. */
    void restarting(Service service, int exitStatus);
}
