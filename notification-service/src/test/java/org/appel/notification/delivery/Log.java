package org.appel.notification.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that is logged while it listens, as an operator would read it. */
final class Log extends Handler {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final PatternFormatter format = new PatternFormatter("%c %s %X %e");

    Log() {
        Logger.getLogger("").addHandler(this);
    }

    List<String> stop() {
        Logger.getLogger("").removeHandler(this);
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord logged) {
        lines.add(format.format(ExtLogRecord.wrap(logged)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
