package org.appel.launcher.embedded;

import java.net.Socket;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;

/** GreenMail's IMAP, for which a client that goes without a word is no fault: GreenMail's thread dies of it aloud. */
final class CalmImap extends AbstractServer {

    CalmImap(ServerSetup setup, Managers managers) {
        super(setup, managers);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return new Calm(
                new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), PromptAnswers.on(client)));
    }

    private record Calm(ProtocolHandler handler) implements ProtocolHandler {

        @Override
        public void run() {
            try {
                handler.run();
            } catch (IllegalStateException gone) {
                handler.close();
            }
        }

        @Override
        public void close() {
            handler.close();
        }
    }
}
