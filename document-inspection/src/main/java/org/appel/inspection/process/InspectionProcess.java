package org.appel.inspection.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.apache.pdfbox.pdmodel.font.FontMappers;

import org.appel.inspection.reading.OneFont;

/**
 * The main class of a process for documents. It reads requests from its standard input and writes answers to its standard
 * output until the input ends: then whoever started it wants no more of it, or is dead, and it ends at once, also in the
 * middle of a document.
 */
public final class InspectionProcess {
    /** Said when it is ready. */
    static final byte[] GREETING = {'r', 'e', 'a', 'd', 'y'};

    /** As the JVM exits when its own memory is full. */
    static final int OUT_OF_MEMORY = 3;

    private InspectionProcess() {}

    /** @param arguments the folder that was made for this process, and nothing else: it is deleted when the input ends */
    public static void main(String[] arguments) throws Exception {
        var scratch = new Scratch(Path.of(arguments[0]));
        var in = new FileInputStream(FileDescriptor.in);
        var out = new FileOutputStream(FileDescriptor.out);
        seal();
        offerItself();
        var requests = new LinkedBlockingQueue<byte[]>();
        Thread.ofPlatform().daemon().name("requests").start(() -> readUntilEnd(in, requests, scratch));
        try {
            var desk = opened(out);
            while (true) {
                var asked = Request.ofFrame(requests.take());
                Frames.write(out, new Answer(asked.number(), desk.answer(asked.request())).toFrame());
            }
        } catch (OutOfMemoryError e) {
            // Of the kinds for which the JVM does not exit by itself.
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } catch (Throwable e) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Says that it is ready, or why not: no stranger's document was read so far. */
    private static Desk opened(OutputStream out) throws IOException {
        try {
            var desk = new Desk();
            desk.warmUp();
            Frames.write(out, GREETING);
            return desk;
        } catch (IOException | RuntimeException | LinkageError e) {
            Frames.write(out, e.toString().getBytes(StandardCharsets.UTF_8));
            throw e;
        }
    }

    /**
     * What libraries print would be no frame, and may quote a document; what they fetch would tell that it was read; and
     * the machine's fonts take long to list.
     */
    private static void seal() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(nowhere);
        System.setErr(nowhere);
        System.setIn(InputStream.nullInputStream());
        FontMappers.set(new OneFont());
        URL.setURLStreamHandlerFactory(protocol -> switch (protocol) {
            case "file", "jar", "jrt" -> null;
            default -> new NoConnections();
        });
    }

    /** Where the machine's memory ends before its own does, Linux is to end this process and not the service. */
    private static void offerItself() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
        } catch (IOException e) {
            // Another system, or one that does not let it.
        }
    }

    private static void readUntilEnd(InputStream in, BlockingQueue<byte[]> requests, Scratch scratch) {
        try {
            while (true) {
                requests.add(Frames.read(in));
            }
        } catch (IOException | RuntimeException e) {
            scratch.delete();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
