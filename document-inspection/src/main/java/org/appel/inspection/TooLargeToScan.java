package org.appel.inspection;

import java.io.IOException;

/** Thrown when a file has more bytes than the scanner was set up to take; later will not be better. */
public final class TooLargeToScan extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeToScan(long mostBytes) {
        super("the file has more than the " + mostBytes + " bytes that are scanned");
    }
}
