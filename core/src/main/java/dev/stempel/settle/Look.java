package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.offer.Limit;
import dev.stempel.offer.Offer;
import dev.stempel.reward.Unmet;
import dev.stempel.rule.Phase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One decision, and how it came about: for whoever asks why an offer gave nothing. */
public final class Look {

    private final Decision decision;
    private final Account before;
    private final Settled settled;
    private final Map<Phase, Seen> phases;

    Look(Decision decision, Account before, Settled settled, Map<Phase, Seen> phases) {
        this.decision = decision;
        this.before = before;
        this.settled = settled;
        this.phases = phases;
    }

    /** What was decided. */
    public Decision decision() {
        return decision;
    }

    /** The account with what was decided. */
    public Account after() {
        return before.after(decision);
    }

    /** What the rules of a phase that has some saw. */
    public Seen of(Phase phase) {
        return phases.getOrDefault(phase, new Seen(List.of(), List.of()));
    }

    /** What stands against an offer whatever its rules say: its dates, weekdays, channels, limits and budgets. */
    public List<Unmet> against(Offer offer) {
        var unmet = new ArrayList<>(settled.gate.unmet(offer));
        for (var room : settled.allowance.exhausted(offer)) {
            var kind = room.limit().scope() == Limit.Scope.EVERYBODY ? Unmet.Kind.BUDGET : Unmet.Kind.LIMIT;
            unmet.add(Unmet.of(
                    kind,
                    counted(room.used(), room),
                    List.of(counted(room.limit().most(), room))));
        }
        return unmet;
    }

    private static Number counted(BigDecimal number, Allowance.Room room) {
        return room.limit().unit() == Limit.Unit.MONEY ? number : (Number) number.longValue();
    }
}
