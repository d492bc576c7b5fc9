package org.appel.inspection.process;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Random;

import org.appel.inspection.Inspection.Unfit;

/** Programs that take a process' place and do not what it does. Each greets as it should. */
final class Misbehaving {

    private Misbehaving() {}

    private static DataOutputStream greeted() throws IOException {
        var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        Frames.write(out, InspectionProcess.GREETING);
        return out;
    }

    private static void awaitQuestion() throws IOException {
        Frames.read(System.in);
    }

    /** Answers with noise. */
    static final class Noise {
        public static void main(String[] folder) throws IOException {
            var out = greeted();
            awaitQuestion();
            var noise = new byte[1000];
            new Random(1).nextBytes(noise);
            Frames.write(out, noise);
            awaitQuestion();
        }
    }

    /** Announces an answer of two gigabytes. */
    static final class Boaster {
        public static void main(String[] folder) throws IOException {
            var out = greeted();
            awaitQuestion();
            out.writeInt(Integer.MAX_VALUE);
            var part = new byte[1 << 16];
            while (true) {
                out.write(part);
            }
        }
    }

    /** Never stops answering, before it is asked. */
    static final class Chatterbox {
        public static void main(String[] folder) throws IOException {
            var out = greeted();
            var frame = new byte[Frames.LARGEST];
            while (true) {
                Frames.write(out, frame);
            }
        }
    }

    /** Answers what was not asked. */
    static final class Confused {
        public static void main(String[] folder) throws IOException {
            var out = greeted();
            awaitQuestion();
            Frames.write(out, new Answer(-1, new Unfit("another document")).toFrame());
            awaitQuestion();
        }
    }

    /** Takes no question and gives no answer. */
    static final class Deaf {
        public static void main(String[] folder) throws Exception {
            greeted();
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Falls when it is asked. */
    static final class Faller {
        public static void main(String[] folder) throws IOException {
            greeted();
            awaitQuestion();
            Runtime.getRuntime().halt(134);
        }
    }

    /** Says something else than a greeting. */
    static final class Stranger {
        public static void main(String[] folder) throws IOException {
            Frames.write(System.out, new byte[] {'h', 'o', '?'});
        }
    }
}
