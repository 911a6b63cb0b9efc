package dev.stempel.simulation;

/**
 * One thing that happens in a story. Hours are counted from the start of the story's year, and may go back: tills that
 * were cut off send late.
 */
sealed interface Step {

    /** A step that is sent to the programme under an id of its own. */
    sealed interface Sent extends Step {
        String id();

        String customer();

        int hour();
    }

    /** Cones at 2.50 and at most one pair of shoes. */
    record Buy(String id, String customer, int hour, int cones, int shoeCents) implements Sent {}

    /** Some cones of a purchase come back, and the shoes or not; when neither is named, all that is left. */
    record Back(String id, String customer, int hour, String purchase, int cones, boolean shoes) implements Sent {
        boolean all() {
            return cones == 0 && !shoes;
        }
    }

    record Spend(String id, String customer, int hour, int points) implements Sent {}

    record Reserve(String id, String customer, int hour, int points) implements Sent {}

    record End(String id, String customer, int hour, String reservation, boolean commit) implements Sent {}

    /** One of the open vouchers is handed in, never before it was given; or one that was never given. */
    record HandIn(String id, String customer, int hour, boolean open) implements Sent {}

    /** The account of another customer goes into this one's. */
    record Merge(String id, String customer, int hour, String other) implements Sent {}

    /** It was a mistake. */
    record Part(String id, String customer, int hour, String other) implements Sent {}

    /** What was sent under this id is sent again. */
    record Again(String id) implements Step {}

    /** Something else is sent under an id that is taken. */
    record Forge(String id) implements Step {}

    /** The next events are decided by this rule book. */
    record Activate(int book) implements Step {}

    /** The programme and its ledger are thrown away and opened again. */
    record Restart() implements Step {}

    /** The connections to the store break so many statements from now. */
    record Crash(int statement, Fragile.Break how) implements Step {}
}
