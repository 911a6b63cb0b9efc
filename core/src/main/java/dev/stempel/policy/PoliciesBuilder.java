package dev.stempel.policy;

import dev.stempel.problem.Amounts;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Policies in the making: what is not named keeps its default. Not thread-safe. */
public final class PoliciesBuilder {

    private static final String PLACE = "policies";

    private final String name;
    private final ZoneId zone;
    private final Currency currency;
    private final Map<Currency, BigDecimal> rates = new HashMap<>();
    private RoundingMode pointRounding = RoundingMode.FLOOR;
    private Policies.Multipliers multipliers = Policies.Multipliers.HIGHEST;
    private Policies.Discounts discounts = Policies.Discounts.IN_SEQUENCE;
    private Policies.Limits limits = Policies.Limits.REFUSE;
    private Policies.Debt cardDebt = Policies.Debt.ALLOW;
    private Policies.Debt pointDebt = Policies.Debt.ALLOW;
    private Policies.Clawback clawback = Policies.Clawback.TAKE_BACK;
    private Policies.LeapDay leapDay = Policies.LeapDay.FEBRUARY_28;
    private Policies.Downgrade downgrade = Policies.Downgrade.ONE_STEP;
    private Policies.TierAfterReturn tierAfterReturn = Policies.TierAfterReturn.KEEP;
    private BigDecimal pointValue = BigDecimal.ZERO;
    private Duration reservationTime = Policies.HALF_AN_HOUR;
    private String trade = "";
    private final List<Policies.Partner> partners = new ArrayList<>();
    private final List<String> competitors = new ArrayList<>();
    private Bounds bounds = Bounds.DEFAULT;

    private PoliciesBuilder(String name, ZoneId zone, Currency currency) {
        this.name = name;
        this.zone = zone;
        this.currency = currency;
    }

    /**
     * Policies in a zone and a currency.
     *
     * @throws InvalidInput when there is no such zone or currency
     */
    static PoliciesBuilder of(String name, String zone, String currency) {
        return new PoliciesBuilder(name, zone(zone), currency(currency));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw unknown(id, "zone", "Europe/Amsterdam");
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw unknown(code, "currency", "EUR");
        }
    }

    private static InvalidInput unknown(String text, String kind, String example) {
        return new InvalidInput(List.of(Problem.in(
                PLACE,
                "\"" + text + "\" is no " + kind + ".",
                "Maybe it is written another way, as in \"" + example + "\"?")));
    }

    /**
     * What one unit of another currency is worth in the programme's.
     *
     * @throws InvalidInput when there is no such currency, or the worth is no amount
     */
    public PoliciesBuilder rate(String other, String worth) {
        rates.put(currency(other), Amounts.read(PLACE, worth));
        return this;
    }

    /** See {@link Policies#pointRounding()}. */
    public PoliciesBuilder pointRounding(RoundingMode value) {
        this.pointRounding = value;
        return this;
    }

    /** See {@link Policies#multipliers()}. */
    public PoliciesBuilder multipliers(Policies.Multipliers value) {
        this.multipliers = value;
        return this;
    }

    /** See {@link Policies#discounts()}. */
    public PoliciesBuilder discounts(Policies.Discounts value) {
        this.discounts = value;
        return this;
    }

    /** See {@link Policies#limits()}. */
    public PoliciesBuilder limits(Policies.Limits value) {
        this.limits = value;
        return this;
    }

    /** See {@link Policies#cardDebt()}. */
    public PoliciesBuilder cardDebt(Policies.Debt value) {
        this.cardDebt = value;
        return this;
    }

    /** See {@link Policies#pointDebt()}. */
    public PoliciesBuilder pointDebt(Policies.Debt value) {
        this.pointDebt = value;
        return this;
    }

    /** See {@link Policies#clawback()}. */
    public PoliciesBuilder clawback(Policies.Clawback value) {
        this.clawback = value;
        return this;
    }

    /** See {@link Policies#leapDay()}. */
    public PoliciesBuilder leapDay(Policies.LeapDay value) {
        this.leapDay = value;
        return this;
    }

    /** See {@link Policies#downgrade()}. */
    public PoliciesBuilder downgrade(Policies.Downgrade value) {
        this.downgrade = value;
        return this;
    }

    /** See {@link Policies#tierAfterReturn()}. */
    public PoliciesBuilder tierAfterReturn(Policies.TierAfterReturn value) {
        this.tierAfterReturn = value;
        return this;
    }

    /** See {@link Policies#pointValue()}. */
    public PoliciesBuilder pointValue(BigDecimal value) {
        this.pointValue = value;
        return this;
    }

    /** See {@link Policies#reservationTime()}. */
    public PoliciesBuilder reservationTime(Duration value) {
        this.reservationTime = value;
        return this;
    }

    /** The shop's own trade and the trades that compete with it besides. */
    public PoliciesBuilder trade(String own, String... competing) {
        trade = own;
        competitors.addAll(List.of(competing));
        return this;
    }

    /** A business whose vouchers may be given, and what it sells. */
    public PoliciesBuilder partner(String partner, String itsTrade) {
        partners.add(new Policies.Partner(partner, itsTrade));
        return this;
    }

    /** See {@link Policies#bounds()}. */
    public PoliciesBuilder bounds(Bounds value) {
        this.bounds = value;
        return this;
    }

    /** The policies as told so far. */
    public Policies build() {
        return new Policies(
                name,
                zone,
                currency,
                rates,
                pointRounding,
                multipliers,
                discounts,
                limits,
                cardDebt,
                pointDebt,
                clawback,
                leapDay,
                downgrade,
                tierAfterReturn,
                pointValue,
                reservationTime,
                trade,
                partners,
                competitors,
                bounds);
    }
}
