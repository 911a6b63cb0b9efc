package dev.stempel.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer answered a survey. An answer that was not given is absent.
 *
 * @param csat satisfaction from 1 to 10
 * @param nps likelihood to recommend us, from 0 to 10
 * @param repurchase likelihood to buy again, from 0 to 10
 * @param upsell likelihood to buy more, from 0 to 10
 */
public record Survey(
        String id,
        String customer,
        Instant at,
        @Nullable Integer csat,
        @Nullable Integer nps,
        @Nullable Integer repurchase,
        @Nullable Integer upsell)
        implements Event {

    public Survey {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
    }
}
