package org.appel.testing.wrong.intake;

class Sleeps {

    void awhile() throws InterruptedException {
        Thread.sleep(1);
    }
}
