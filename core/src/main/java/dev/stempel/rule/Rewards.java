package dev.stempel.rule;

import dev.stempel.account.Ladder;
import dev.stempel.problem.Refused;
import java.time.Period;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the one sentence in a rule's {@code then} part begins. A sentence counts once it is complete; it only says what the
 * offer promises, and whether that can be given is settled afterwards.
 *
 * <p>Used by one evaluation at a time.
 */
public final class Rewards {

    private final Consumer<Sentence> hearer;

    /** Rewards that tell each complete sentence to the hearer. */
    public Rewards(Consumer<Sentence> hearer) {
        this.hearer = hearer;
    }

    /** Give something now. */
    public void give(Gift gift) {
        hearer.accept(new Sentence.Giving(gift));
    }

    /** Put this many stamps on a card; follow it with {@code every(n)}. */
    public StampCard stamps(String card, long count) {
        return new StampCard(card, count, null, null);
    }

    /** Put a stamp on a card for every paid unit bought; follow it with {@code every(n)}. */
    public StampCard stamps(String card, Bought bought) {
        return new StampCard(card, bought.paidUnits(), bought, null);
    }

    /** The tiers of the programme, beginning with the one everybody has; follow it with {@code then(tier, points)}. */
    public Tiers tiers(String lowest) {
        return new Tiers(Ladder.from(lowest));
    }

    /** Turn every so many points into something, by themselves; follow it with {@code give(…)}. */
    public Exchange redeemEvery(long points) {
        return new Exchange(Check.positive("redeemEvery", points));
    }

    /** Turn points the customer asks to spend, or has, into something; follow it with {@code give(…)}. */
    public Redemption redeem(long points) {
        return new Redemption(points, 1, Math.max(1, points));
    }

    /** Give something for a friend who was brought in, once; follow it with {@code give(…)}. */
    public Referral forFriend(Friend friend) {
        return new Referral(friend);
    }

    /** Give something to a customer who stayed away, and count whether it helps; follow it with {@code give(…)}. */
    public WinBack winBack(Lapse lapse) {
        return new WinBack(lapse);
    }

    /** A sentence about a stamp card that still has to say how many stamps fill it. */
    public final class StampCard {

        private final String card;
        private final long count;
        private final @Nullable Bought bought;
        private final @Nullable Period lifetime;

        private StampCard(String card, long count, @Nullable Bought bought, @Nullable Period lifetime) {
            this.card = card;
            this.count = count;
            this.bought = bought;
            this.lifetime = lifetime;
        }

        /** Stamps lapse at the end of the day this long after the card's first stamp. */
        public StampCard expiringAfter(Period period) {
            return new StampCard(card, count, bought, period);
        }

        /** How many stamps make the card full; follow it with {@code give(…)} or {@code nextOneFree()}. */
        public FullCard every(long stamps) {
            return new FullCard(this, Check.positive("every", stamps));
        }
    }

    /** A sentence about a stamp card that still has to say what a full card brings. */
    public final class FullCard {

        private final StampCard stamped;
        private final long size;

        private FullCard(StampCard stamped, long size) {
            this.stamped = stamped;
            this.size = size;
        }

        /** A full card gives this. */
        public void give(Gift gift) {
            say(gift);
        }

        /** A full card makes the next unit free, in this basket or in a later one; a free unit earns no stamp. */
        public void nextOneFree() {
            if (stamped.bought == null) {
                throw new Refused("next-one-free");
            }
            say(null);
        }

        private void say(@Nullable Gift gift) {
            Check.canComeForStampsOrPoints(gift);
            hearer.accept(
                    new Sentence.Stamping(stamped.card, stamped.count, size, stamped.bought, gift, stamped.lifetime));
        }
    }

    /** A sentence about tiers that still has to say over which period points qualify. */
    public final class Tiers {

        private final Ladder ladder;

        private Tiers(Ladder ladder) {
            this.ladder = ladder;
        }

        /** A higher tier and the qualifying points that reach it. */
        public Tiers then(String tier, long points) {
            return new Tiers(ladder.then(tier, Check.positive("then", points)));
        }

        /** How long a tier is kept after its points are gone. */
        public Tiers grace(Period period) {
            return new Tiers(ladder.grace(period));
        }

        /** Points of any such period that ends today qualify. */
        public void inAny(Period period) {
            hearer.accept(new Sentence.Tiering(ladder.over(Ladder.Basis.ROLLING, period)));
        }

        /** Points of the calendar year qualify; a tier holds through the next year. */
        public void inCalendarYear() {
            hearer.accept(new Sentence.Tiering(ladder.over(Ladder.Basis.CALENDAR_YEAR, null)));
        }

        /** The points the customer has now decide, so that spending them costs the tier. */
        public void byBalance() {
            hearer.accept(new Sentence.Tiering(ladder.over(Ladder.Basis.BALANCE, null)));
        }
    }

    /** A sentence about points that turn into something, which still has to say what. */
    public final class Exchange {

        private final long points;

        private Exchange(long points) {
            this.points = points;
        }

        /** What the points turn into. */
        public void give(Gift gift) {
            Check.canComeLater(gift);
            hearer.accept(new Sentence.Redeeming(points, gift));
        }
    }

    /** A sentence about points the customer asks to spend, which still has to say what they turn into. */
    public final class Redemption {

        private final long points;
        private final long least;
        private final long step;

        private Redemption(long points, long least, long step) {
            this.points = points;
            this.least = least;
            this.step = step;
        }

        /** The fewest points that can be spent. */
        public Redemption atLeast(long fewest) {
            return new Redemption(points, Check.positive("atLeast", fewest), step);
        }

        /** Points that turn into one of the gift; what does not fill a step is not spent. */
        public Redemption inStepsOf(long size) {
            return new Redemption(points, least, Check.positive("inStepsOf", size));
        }

        /** What the points turn into, once for each step. */
        public void give(Gift gift) {
            Check.canComeForStampsOrPoints(gift);
            hearer.accept(new Sentence.Spending(points, least, step, gift));
        }
    }

    /** A sentence about a customer who stayed away, which still has to say what makes them come back. */
    public final class WinBack {

        private final Lapse lapse;

        private WinBack(Lapse lapse) {
            this.lapse = lapse;
        }

        /** What may make the customer come back. */
        public void give(Gift gift) {
            Check.canComeLater(gift);
            hearer.accept(new Sentence.WinningBack(lapse, gift));
        }
    }

    /** A sentence about a friend who was brought in, which still has to say what that brings. */
    public final class Referral {

        private final Friend friend;

        private Referral(Friend friend) {
            this.friend = friend;
        }

        /** What bringing in this friend brings. */
        public void give(Gift gift) {
            Check.canComeLater(gift);
            hearer.accept(new Sentence.Referring(friend, gift));
        }
    }
}
