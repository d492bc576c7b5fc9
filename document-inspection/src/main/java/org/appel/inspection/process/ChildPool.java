package org.appel.inspection.process;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.appel.inspection.Inspection;
import org.appel.inspection.Inspection.Unready;
import org.appel.inspection.InspectorSettings;
import org.appel.inspection.process.Child.Outcome;
import org.appel.inspection.process.Child.Outcome.Answered;
import org.appel.inspection.process.Child.Outcome.Died;

/**
 * A few processes for documents. One is started when a document comes and none is free, stays for the next ones, and is
 * replaced after so many documents or when a document was too much for it.
 */
public final class ChildPool implements AutoCloseable {
    private static final Logger LOG = System.getLogger("org.appel.inspection");
    private static final Unready CLOSED = new Unready("the inspector is closed");

    private final InspectorSettings settings;
    private final ChildCommand command;
    private final Semaphore turns;
    /** The last one used is the next one used, so that only as many are started as are needed at a time. */
    private final Deque<Child> idle = new ConcurrentLinkedDeque<>();

    private final Set<Child> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public ChildPool(InspectorSettings settings) {
        this(settings, new ChildCommand(settings.heapMiB(), ChildClassPath.find(), InspectionProcess.class.getName()));
    }

    ChildPool(InspectorSettings settings, ChildCommand command) {
        this.settings = settings;
        this.command = command;
        this.turns = new Semaphore(settings.processes(), true);
    }

    public Inspection ask(Request request) throws InterruptedException {
        if (closed) {
            return CLOSED;
        }
        if (!turns.tryAcquire(settings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
            return new Unready("all processes for documents are busy");
        }
        try {
            var inspection = answer(request);
            return closed && !(inspection instanceof Inspection.Sound) ? CLOSED : inspection;
        } catch (IOException e) {
            LOG.log(Level.ERROR, "document process not started", e);
            return closed ? CLOSED : new Unready("no process for documents could be started");
        } finally {
            turns.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        all.forEach(this::end);
    }

    /** A document that is not to blame for the end of its process gets a second one, which had no other before. */
    private Inspection answer(Request request) throws IOException, InterruptedException {
        var child = take();
        boolean fresh = child.asked() == 0;
        switch (ask(child, request)) {
            case Answered(var inspection) -> {
                return inspection;
            }
            case Died(var death)
            when death.isByDocument(fresh) || closed -> {
                return death.verdict();
            }
            case Died _ -> {}
        }
        return switch (ask(start(), request)) {
            case Answered(var inspection) -> inspection;
            case Died(var death) -> death.verdict();
        };
    }

    private Outcome ask(Child child, Request request) throws InterruptedException {
        Outcome outcome = null;
        try {
            outcome = child.ask(request, settings.timeLimit());
            return outcome;
        } finally {
            if (outcome instanceof Answered) {
                giveBack(child);
            } else {
                all.remove(child);
                if (outcome instanceof Died(var death) && !closed) {
                    LOG.log(
                            Level.WARNING,
                            "document process ended reason={0} pid={1}",
                            death,
                            Long.toString(child.pid()));
                }
            }
        }
    }

    private void giveBack(Child child) {
        if (child.asked() >= settings.recycleAfter()) {
            end(child);
        } else {
            idle.addFirst(child);
            if (closed) {
                end(child);
            }
        }
    }

    private Child take() throws IOException, InterruptedException {
        for (var child = idle.pollFirst(); child != null; child = idle.pollFirst()) {
            if (child.isAlive()) {
                return child;
            }
            end(child);
        }
        return start();
    }

    private Child start() throws IOException, InterruptedException {
        var child = Child.start(command);
        all.add(child);
        if (closed) {
            end(child);
            throw new IOException("closed meanwhile");
        }
        return child;
    }

    private void end(Child child) {
        all.remove(child);
        child.end();
    }
}
