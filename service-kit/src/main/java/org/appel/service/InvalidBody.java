package org.appel.service;

import java.util.List;

/** A body that is JSON and yet not what was asked for, with every fault that was found; becomes a 422. */
public class InvalidBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param faults at least one */
    public InvalidBody(List<Fault> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    /** In the order in which they were found. */
    public List<Fault> faults() {
        return faults;
    }
}
