package org.appel.testing.wrong.intake;

class Prints {

    void text() {
        System.out.println("text");
    }
}
