package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.account.Lot;
import dev.stempel.reward.Points;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** From which lots an earlier event spent its points: when they come back, they expire as they would have. */
final class SpentLots {

    private SpentLots() {}

    /**
     * The lots of points that come back, those spent last first.
     *
     * @param before the account before the event
     * @param with what the event did
     * @param key whose points
     * @param back how many come back
     */
    static List<Lot> of(Account before, Decision with, Tally.Key key, long back) {
        var lots = new ArrayList<>(spent(before, with, key));
        Collections.reverse(lots);
        var coming = new ArrayList<Lot>();
        long left = back;
        for (var lot : lots) {
            coming.add(comingBack(Math.min(left, lot.points()), lot, before));
            left -= Math.min(left, lot.points());
        }
        coming.removeIf(lot -> lot.points() == 0);
        return coming;
    }

    /** Points that the customer did nothing for come back with the last day they had: the return forgets their own day. */
    private static Lot comingBack(long points, Lot lot, Account before) {
        return lot.since() == null
                ? new Lot(points, lot.spendableFrom(), lot.expires(), lot.idle(), null)
                : new Lot(
                        points,
                        lot.spendableFrom(),
                        lot.lastDay(before.history().lastActivity()),
                        null,
                        null);
    }

    private static List<Lot> spent(Account before, Decision with, Tally.Key key) {
        var account = before.at(with.event().at());
        for (var reward : with.outcome().rewards()) {
            if (reward.benefit() instanceof Points points && points.amount() < 0 && key.isOf(reward)) {
                return account.lotsFor(-points.amount());
            }
            account = account.after(Decision.nothing(with.event(), with.day()).with(reward));
        }
        return List.of();
    }
}
