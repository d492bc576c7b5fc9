package org.appel.inspection.stripping;

import java.io.IOException;

/** Thrown when the copy could not be written: no fault of the document. */
public final class CannotWrite extends IOException {
    private static final long serialVersionUID = 1L;

    CannotWrite(IOException cause) {
        super("the copy could not be written", cause);
    }
}
