package dev.stempel.event;

import java.time.Instant;

/**
 * A customer spends points or hands in a voucher.
 *
 * @param points points to spend; 0 when a voucher is handed in
 * @param voucher the code of the voucher; empty when points are spent
 */
public record Redemption(String id, String customer, Instant at, long points, String voucher) implements Event {

    public Redemption {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        voucher = Text.orEmpty(voucher);
    }
}
