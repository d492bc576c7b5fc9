package org.appel.postings.model;

/** What the public is told to have happened to a posting. */
public enum ChangeKind implements Coded {
    PUBLISHED(PostingState.OPEN),
    AMENDED(PostingState.OPEN),
    EXTENDED(PostingState.OPEN),
    REOPENED(PostingState.OPEN),
    CLOSED(PostingState.CLOSED),
    WITHDRAWN(PostingState.WITHDRAWN);

    private final PostingState stateAfter;

    ChangeKind(PostingState stateAfter) {
        this.stateAfter = stateAfter;
    }

    /** What is told of a new version. */
    public static ChangeKind of(Change change) {
        return switch (change) {
            case PUBLICATION -> PUBLISHED;
            case AMENDMENT -> AMENDED;
            case DEADLINE_EXTENDED -> EXTENDED;
            case REOPENED -> REOPENED;
            case WITHDRAWAL -> WITHDRAWN;
        };
    }

    /** The state that the posting was in afterwards. */
    public PostingState stateAfter() {
        return stateAfter;
    }
}
