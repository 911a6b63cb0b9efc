package dev.stempel.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole programme, whatever the offer: zone, currency, rounding, and the choices on which good
 * programmes differ. Everything has a default but the name, the zone and the currency. Written as {@code programme.json}
 * beside the rule files.
 *
 * @param name the programme's name; part of every voucher code, so two programmes never share one
 * @param zone where days, weekdays and midnight are
 * @param currency the currency of rewards, limits and budgets
 * @param rates what one unit of another currency is worth in the programme's; a currency without a rate is refused
 * @param pointRounding how a fraction of a point is rounded: down unless told otherwise
 * @param multipliers what several multipliers on one purchase come to
 * @param discounts what several percentages on one purchase are taken of
 * @param limits what happens to a reward that a limit or budget has room for only in part
 * @param cardDebt what happens when a stamp comes back whose reward is already used
 * @param pointDebt what happens when points come back that are already spent
 * @param clawback what happens to the compensation of a complaint that turns out to be unfounded
 * @param leapDay when a birthday on 29 February is kept in other years
 * @param downgrade how far a tier falls at once
 * @param tierAfterReturn whether goods that come back cost the tier their points made
 * @param pointValue what one point is worth in the programme's currency; zero where points have no fixed value
 * @param reservationTime how long points stay reserved when nobody commits or releases them
 * @param trade the shop's own trade, as in pharmacy; empty where it gives no partner vouchers
 * @param partners whose vouchers may be given
 * @param competitors trades whose vouchers are never given; a trade always competes with itself
 * @param bounds what deciding one event may cost at most
 */
public record Policies(
        String name,
        ZoneId zone,
        Currency currency,
        Map<Currency, BigDecimal> rates,
        RoundingMode pointRounding,
        Multipliers multipliers,
        Discounts discounts,
        Limits limits,
        Debt cardDebt,
        Debt pointDebt,
        Clawback clawback,
        LeapDay leapDay,
        Downgrade downgrade,
        TierAfterReturn tierAfterReturn,
        BigDecimal pointValue,
        Duration reservationTime,
        String trade,
        List<Partner> partners,
        List<String> competitors,
        Bounds bounds) {

    static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** What several multipliers on one purchase come to. */
    public enum Multipliers {
        HIGHEST,
        MULTIPLIED,
        ADDED
    }

    /** What several percentages on one purchase are taken of: what the ones before left, or the initial price. */
    public enum Discounts {
        IN_SEQUENCE,
        ON_INITIAL_PRICE
    }

    /** What happens to a reward that a limit or budget has room for only in part. */
    public enum Limits {
        REFUSE,
        TRIM
    }

    /** What happens when something is taken back that the customer no longer has. */
    public enum Debt {
        /** The balance goes below zero and the next earning repairs it. */
        ALLOW,
        /** What is there is taken, points that cannot be spent yet included; the rest is forgiven. */
        FORGIVE,
        /** What is there is taken, and the customer pays what the rest was worth, where that is known. */
        CHARGE
    }

    /** What happens to the compensation of a complaint that turns out to be unfounded. */
    public enum Clawback {
        /** Points, credit, money and unused vouchers are taken back; a replacement stays with the customer. */
        TAKE_BACK,
        /** The customer keeps it. */
        KEEP
    }

    /** When a birthday on 29 February is kept in years that have none. */
    public enum LeapDay {
        FEBRUARY_28,
        MARCH_1
    }

    /** How far a tier falls when it is lost. */
    public enum Downgrade {
        ONE_STEP,
        TO_SUPPORTED
    }

    /** What becomes of a tier when goods come back and the points that are left do not support it. */
    public enum TierAfterReturn {
        /** It is held until the qualification period of the points ends, as if the goods had not come back. */
        KEEP,
        /** It falls at once to the tier held without these goods. */
        DEMOTE
    }

    /**
     * A business whose vouchers may be given.
     *
     * @param name as rules and vouchers name it
     * @param trade what it sells; vouchers of a partner without a known trade are refused
     */
    public record Partner(String name, @Nullable String trade) {}

    public Policies {
        rates = rates == null ? Map.of() : sorted(rates);
        pointRounding = pointRounding == null ? RoundingMode.FLOOR : pointRounding;
        multipliers = multipliers == null ? Multipliers.HIGHEST : multipliers;
        discounts = discounts == null ? Discounts.IN_SEQUENCE : discounts;
        limits = limits == null ? Limits.REFUSE : limits;
        cardDebt = cardDebt == null ? Debt.ALLOW : cardDebt;
        pointDebt = pointDebt == null ? Debt.ALLOW : pointDebt;
        clawback = clawback == null ? Clawback.TAKE_BACK : clawback;
        leapDay = leapDay == null ? LeapDay.FEBRUARY_28 : leapDay;
        downgrade = downgrade == null ? Downgrade.ONE_STEP : downgrade;
        tierAfterReturn = tierAfterReturn == null ? TierAfterReturn.KEEP : tierAfterReturn;
        pointValue = pointValue == null ? BigDecimal.ZERO : pointValue;
        reservationTime = reservationTime == null ? HALF_AN_HOUR : reservationTime;
        trade = trade == null ? "" : trade;
        partners = partners == null ? List.of() : List.copyOf(partners);
        competitors = competitors == null ? List.of() : List.copyOf(competitors);
        bounds = bounds == null ? Bounds.DEFAULT : bounds;
    }

    private static Map<Currency, BigDecimal> sorted(Map<Currency, BigDecimal> rates) {
        var sorted =
                new TreeMap<Currency, BigDecimal>((a, b) -> a.getCurrencyCode().compareTo(b.getCurrencyCode()));
        sorted.putAll(rates);
        return Collections.unmodifiableMap(sorted);
    }

    /**
     * The default policies for a programme in a zone (as in Europe/Amsterdam) and a currency (as in EUR).
     *
     * @throws dev.stempel.problem.InvalidInput when there is no such zone or currency
     */
    public static Policies of(String name, String zone, String currency) {
        return builder(name, zone, currency).build();
    }

    /**
     * The default policies, to be changed one by one.
     *
     * @throws dev.stempel.problem.InvalidInput when there is no such zone or currency
     */
    public static PoliciesBuilder builder(String name, String zone, String currency) {
        return PoliciesBuilder.of(name, zone, currency);
    }

    /** What amounts and days are counted in. */
    public Basis basis() {
        return new Basis(currency, zone);
    }

    /** Digits after the decimal point of the programme's currency: 2 for EUR, 0 for JPY, 3 for KWD. */
    public int digits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** An amount in the programme's currency, rounded half up to its smallest coin. */
    public BigDecimal round(BigDecimal amount) {
        return amount.setScale(digits(), RoundingMode.HALF_UP);
    }
}
