package dev.stempel.benchmarks.work;

import dev.stempel.benchmarks.work.Given.What;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Takes the rewards of one evaluation; the arithmetic all peers share, so that only finding the offers differs. */
public final class Collector implements Rewarded {

    private final List<Given> given = new ArrayList<>();

    /** Stamps, and a voucher for every card they fill. */
    public void stamps(String offer, long size, long units) {
        add(offer, What.STAMPS, units);
        add(offer, What.VOUCHERS, units / size);
    }

    /** Points for every full euro. */
    public void points(String offer, long perEuro, BigDecimal amount) {
        var exact = amount.multiply(BigDecimal.valueOf(perEuro));
        add(offer, What.POINTS, exact.setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    /** A percentage off, rounded half up to the cent. */
    public void percentOff(String offer, long percent, BigDecimal amount) {
        var exact = amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        var discount = exact.setScale(2, RoundingMode.HALF_UP);
        if (discount.signum() > 0) {
            given.add(new Given(offer, What.DISCOUNT, discount));
        }
    }

    /** Points on top. */
    public void bonus(String offer, long points) {
        add(offer, What.POINTS, points);
    }

    /** Points on top for every unit. */
    public void bonusForEach(String offer, long points, long units) {
        add(offer, What.POINTS, points * units);
    }

    @Override
    public List<Given> given() {
        return given;
    }

    private void add(String offer, What what, long amount) {
        if (amount > 0) {
            given.add(new Given(offer, what, BigDecimal.valueOf(amount)));
        }
    }
}
