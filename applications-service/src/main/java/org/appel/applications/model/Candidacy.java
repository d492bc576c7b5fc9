package org.appel.applications.model;

import java.util.List;

/**
 * Where an application stands in the selection. A move exists only on the stage that allows it, so nobody is hired who
 * was not offered the post: there is no such method.
 */
public sealed interface Candidacy {
    /** The name of this state. */
    Stage stage();

    /** Every state to which HR may move it from here; empty at the end of the way. */
    List<Candidacy> moves();

    /** Not decided yet: the candidate may still step back. */
    sealed interface Running extends Candidacy {
        default Withdrawn withdraw() {
            return new Withdrawn();
        }
    }

    /** In the pile, not yet looked at. */
    record Received() implements Running {
        public Longlisted longlist() {
            return new Longlisted();
        }

        public Rejected reject() {
            return new Rejected();
        }

        @Override
        public Stage stage() {
            return Stage.RECEIVED;
        }

        @Override
        public List<Candidacy> moves() {
            return List.of(longlist(), reject());
        }
    }

    /** Meets the requirements on paper. A posting may have a test, a panel, both or neither. */
    record Longlisted() implements Running {
        public WrittenTest inviteToTest() {
            return new WrittenTest();
        }

        public PanelInterview inviteToPanel() {
            return new PanelInterview();
        }

        public Offered offer() {
            return new Offered();
        }

        public Rejected reject() {
            return new Rejected();
        }

        @Override
        public Stage stage() {
            return Stage.LONGLISTED;
        }

        @Override
        public List<Candidacy> moves() {
            return List.of(inviteToTest(), inviteToPanel(), offer(), reject());
        }
    }

    /** Asked to write the test, or has written it. */
    record WrittenTest() implements Running {
        public PanelInterview inviteToPanel() {
            return new PanelInterview();
        }

        public Offered offer() {
            return new Offered();
        }

        public Rejected reject() {
            return new Rejected();
        }

        @Override
        public Stage stage() {
            return Stage.WRITTEN_TEST;
        }

        @Override
        public List<Candidacy> moves() {
            return List.of(inviteToPanel(), offer(), reject());
        }
    }

    /** Asked before the panel, or has been there. */
    record PanelInterview() implements Running {
        public Offered offer() {
            return new Offered();
        }

        public Rejected reject() {
            return new Rejected();
        }

        @Override
        public Stage stage() {
            return Stage.PANEL_INTERVIEW;
        }

        @Override
        public List<Candidacy> moves() {
            return List.of(offer(), reject());
        }
    }

    /** Has the offer and may still decline it, which ends in {@link Rejected}. */
    record Offered() implements Running {
        public Hired hire() {
            return new Hired();
        }

        public Rejected reject() {
            return new Rejected();
        }

        @Override
        public Stage stage() {
            return Stage.OFFERED;
        }

        @Override
        public List<Candidacy> moves() {
            return List.of(hire(), reject());
        }
    }

    /** Has signed; nothing follows. */
    record Hired() implements Candidacy {
        @Override
        public Stage stage() {
            return Stage.HIRED;
        }

        @Override
        public List<Candidacy> moves() {
            return List.of();
        }
    }

    /** Not retained; may be taken up again when the first choice declines. */
    record Rejected() implements Candidacy {
        public Longlisted reconsider() {
            return new Longlisted();
        }

        @Override
        public Stage stage() {
            return Stage.REJECTED;
        }

        @Override
        public List<Candidacy> moves() {
            return List.of(reconsider());
        }
    }

    /** The candidate stepped back. HR has no move from here; the candidate may apply again. */
    record Withdrawn() implements Candidacy {
        public Received applyAgain() {
            return new Received();
        }

        @Override
        public Stage stage() {
            return Stage.WITHDRAWN;
        }

        @Override
        public List<Candidacy> moves() {
            return List.of();
        }
    }

    /** The state of that name. */
    static Candidacy at(Stage stage) {
        return switch (stage) {
            case RECEIVED -> new Received();
            case LONGLISTED -> new Longlisted();
            case WRITTEN_TEST -> new WrittenTest();
            case PANEL_INTERVIEW -> new PanelInterview();
            case OFFERED -> new Offered();
            case HIRED -> new Hired();
            case REJECTED -> new Rejected();
            case WITHDRAWN -> new Withdrawn();
        };
    }

    /**
     * Moves on to the stage that HR names.
     *
     * @throws ApplicationRefused with {@link Refusal.StageNotReachable} if this state has no such move
     */
    default Candidacy advanceTo(Stage target) {
        return moves().stream()
                .filter(next -> next.stage() == target)
                .findFirst()
                .orElseThrow(() -> new ApplicationRefused(new Refusal.StageNotReachable(
                        stage(), target, moves().stream().map(Candidacy::stage).toList())));
    }

    /** Where it stands when the candidate applies again: a withdrawn one is back in the pile, any other stays. */
    default Candidacy appliedAgain() {
        return this instanceof Withdrawn withdrawn ? withdrawn.applyAgain() : this;
    }
}
