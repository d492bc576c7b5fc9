package org.appel.inspection.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.appel.inspection.Inspection;

/** One process for documents, as the service sees it; asked by one thread at a time. */
final class Child {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);
    private static final byte[] ENDED = {};

    /**
     * Of the time that a document had, the part that its process must have worked for the document to be to blame; what it
     * worked in the usual part of the time is not counted.
     */
    private static final int WORKED = 4;

    /** Of the time that a document has, the part in which most are read: how much their process works needs no looking up. */
    private static final int USUAL = 10;

    private final Process process;
    private final Scratch scratch;
    /** No more than one: a process that says more than it is asked has to wait, and costs no memory here. */
    private final BlockingQueue<byte[]> said = new ArrayBlockingQueue<>(1);

    private final Thread listener;
    private long asked;

    private Child(Process process, Scratch scratch) {
        this.process = process;
        this.scratch = scratch;
        this.listener = Thread.ofPlatform()
                .daemon()
                .name("document-process-" + process.pid())
                .unstarted(this::listen);
    }

    /** What came of a question: an answer or a death. */
    sealed interface Outcome {
        record Answered(Inspection inspection) implements Outcome {}

        record Died(Death death) implements Outcome {}
    }

    /** @throws IOException if it does not start, or not in time */
    static Child start(ChildCommand command) throws IOException, InterruptedException {
        var scratch = Scratch.make();
        Child child;
        try {
            child = new Child(command.in(scratch).start(), scratch);
        } catch (IOException e) {
            scratch.delete();
            throw e;
        }
        child.listener.start();
        child.awaitGreeting();
        return child;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** How many documents it has had. */
    long asked() {
        return asked;
    }

    /** @throws InterruptedException if the thread was interrupted; the process is ended then, as after any death */
    Outcome ask(Request request, Duration limit) throws InterruptedException {
        var number = ++asked;
        try {
            Frames.write(process.getOutputStream(), request.toFrame(number));
            var usual = limit.dividedBy(USUAL);
            var frame = said.poll(usual.toNanos(), TimeUnit.NANOSECONDS);
            if (frame == null) {
                var worked = worked();
                frame = said.poll(limit.minus(usual).toNanos(), TimeUnit.NANOSECONDS);
                if (frame == null) {
                    boolean busy = worked().minus(worked).multipliedBy(WORKED).compareTo(limit) >= 0;
                    return died(busy ? Death.TIME : Death.STANDSTILL);
                }
            }
            return frame == ENDED ? died(causeOfEnd()) : answered(number, frame);
        } catch (IOException e) {
            return died(causeOfEnd());
        } catch (InterruptedException e) {
            end();
            throw e;
        }
    }

    /** Ends it whatever it does, and what it left on the disk. */
    void end() {
        process.destroyForcibly();
        listener.interrupt();
        try {
            process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        scratch.delete();
    }

    private Outcome answered(long number, byte[] frame) {
        try {
            var answer = Answer.ofFrame(frame);
            if (answer.number() == number) {
                return new Outcome.Answered(answer.inspection());
            }
        } catch (IOException e) {
            // Answered as any other answer to something else.
        }
        return died(Death.OTHER);
    }

    private Outcome died(Death death) {
        end();
        return new Outcome.Died(death);
    }

    /** Its pipes are closed: it has exited or is about to. */
    private Death causeOfEnd() throws InterruptedException {
        boolean exited = process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        return exited && process.exitValue() == InspectionProcess.OUT_OF_MEMORY ? Death.MEMORY : Death.OTHER;
    }

    private Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void awaitGreeting() throws IOException, InterruptedException {
        byte[] greeting;
        try {
            greeting = said.poll(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            end();
            throw e;
        }
        if (!Arrays.equals(greeting, InspectionProcess.GREETING)) {
            end();
            throw new IOException("the process for documents did not start: " + reason(greeting));
        }
    }

    private static String reason(byte @Nullable [] greeting) {
        if (greeting == null) {
            return "no word within " + START_LIMIT;
        }
        return greeting == ENDED ? "it ended" : new String(greeting, StandardCharsets.UTF_8);
    }

    private void listen() {
        try (var in = new BufferedInputStream(process.getInputStream())) {
            try {
                while (true) {
                    said.put(Frames.read(in));
                }
            } catch (IOException e) {
                said.put(ENDED);
            }
        } catch (IOException | InterruptedException e) {
            // It was ended; whoever waits for an answer is told so.
            said.offer(ENDED);
        }
    }
}
