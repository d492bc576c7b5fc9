package org.appel.inspection.process;

import org.appel.inspection.Inspection.Unfit;

/** Why a process ended without an answer, and what is said of the document that it had. */
enum Death {
    MEMORY("The document takes far more memory to read than a document should: save it anew and send it again"),
    TIME("The document takes far longer to read than a document should: save it anew and send it again"),
    /** The time had run out, but the process had hardly been let work. */
    STANDSTILL(TIME.why),
    /** Killed from outside, fallen, or it said what nobody understands. */
    OTHER("The document cannot be read: save it anew and send it again");

    private final String why;

    Death(String why) {
        this.why = why;
    }

    /**
     * Whether the document itself is to blame: memory that others left behind, a machine that stood still, and whoever
     * kills processes are not its fault.
     *
     * @param fresh whether the process had had no other document
     */
    boolean isByDocument(boolean fresh) {
        return switch (this) {
            case TIME -> true;
            case MEMORY -> fresh;
            case STANDSTILL, OTHER -> false;
        };
    }

    Unfit verdict() {
        return new Unfit(why);
    }
}
