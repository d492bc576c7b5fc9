package org.appel.launcher.embedded;

import java.net.Socket;
import java.net.SocketException;

/**
 * Has a server's answers sent at once. GreenMail writes the end of each line by itself, which otherwise waits until the client
 * has confirmed the rest of it: 40 ms for each command.
 */
final class PromptAnswers {

    private PromptAnswers() {}

    static Socket on(Socket client) {
        try {
            client.setTcpNoDelay(true);
        } catch (SocketException gone) {
            // The server sees it when it reads.
        }
        return client;
    }
}
