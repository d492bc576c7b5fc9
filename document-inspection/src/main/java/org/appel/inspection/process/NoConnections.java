package org.appel.inspection.process;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** Opens nothing: a document that names an address is not followed there. */
final class NoConnections extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
        throw new IOException("nothing is fetched");
    }
}
