package dev.stempel.event;

import java.util.function.BiConsumer;

/**
 * Whether a redemption makes sense: it names one thing, and a step and a wish that go with it.
 *
 * @param redemption the redemption
 * @param problems takes what is wrong, and what it may be
 */
record RedemptionCheck(Redemption redemption, BiConsumer<String, String> problems) {

    void check() {
        if (redemption.points() < 0) {
            problems.accept("points is " + redemption.points() + ".", "Maybe leave out the minus sign?");
        }
        int named = things();
        boolean ends = ends();
        if (named != 1) {
            problems.accept(
                    "The redemption names " + (named == 0 ? "nothing" : "more than one thing") + " to redeem.",
                    "Maybe name either points, a voucher or a reservation?");
        } else if (ends == redemption.reservation().isEmpty()) {
            problems.accept(
                    "The step " + redemption.step() + (ends ? " needs" : " cannot have") + " a reservation.",
                    "Maybe name the id of the event that reserved?");
        } else if (!redemption.wish().isEmpty() && !spendsPoints()) {
            problems.accept(
                    "The redemption has a wish, \"" + redemption.wish() + "\", but spends no points.",
                    "Maybe name the wish when the points are spent or committed?");
        }
    }

    private int things() {
        return (redemption.points() == 0 ? 0 : 1)
                + (redemption.voucher().isEmpty() ? 0 : 1)
                + (redemption.reservation().isEmpty() ? 0 : 1);
    }

    private boolean ends() {
        return redemption.step() == Redemption.Step.COMMIT || redemption.step() == Redemption.Step.RELEASE;
    }

    private boolean spendsPoints() {
        return redemption.step() == Redemption.Step.COMMIT
                || (redemption.step() == Redemption.Step.AT_ONCE && redemption.points() > 0);
    }
}
