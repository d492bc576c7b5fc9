package org.appel.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

import org.appel.load.AnswerReader;
import org.appel.load.Load;

/** Somebody else applies each time, over one connection. */
final class ApplyingClient implements Load.Client {

    private static final int CREATED = 201;
    /** Heads have some hundred bytes, and a few thousand clients may be there at one time. */
    private static final int BUFFER = 4096;

    private final Socket socket;
    private final OutputStream out;
    private final AnswerReader in;
    private final ApplicationRequest request;

    /** @param cv empty for an application without documents */
    ApplyingClient(URI service, String posting, byte[] cv) throws IOException {
        this.socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        this.out = socket.getOutputStream();
        this.in = new AnswerReader(socket.getInputStream(), BUFFER);
        this.request = new ApplicationRequest(service, posting, cv);
    }

    @Override
    public void once() throws IOException {
        var status = apply();
        if (status != CREATED) {
            throw new IOException("Not taken: " + status);
        }
    }

    /** Applies as somebody else again, and returns the status of the answer. */
    int apply() throws IOException {
        out.write(request.next());
        return in.skip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
