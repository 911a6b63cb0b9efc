package dev.stempel.event;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer answered a survey. An answer that was not given is absent.
 *
 * @param csat satisfaction from 1 to 10
 * @param nps likelihood to recommend us, from 0 to 10
 * @param repurchase likelihood to buy again, from 0 to 10
 * @param upsell likelihood to buy more, from 0 to 10
 * @param satisfied the answer to "are you satisfied?", where it was asked as yes or no
 */
public record Survey(
        String id,
        String customer,
        Instant at,
        @Nullable Integer csat,
        @Nullable Integer nps,
        @Nullable Integer repurchase,
        @Nullable Integer upsell,
        @Nullable Boolean satisfied)
        implements Event {

    public Survey {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
    }

    /** A survey that asked for numbers only. */
    public Survey(
            String id,
            String customer,
            Instant at,
            @Nullable Integer csat,
            @Nullable Integer nps,
            @Nullable Integer repurchase,
            @Nullable Integer upsell) {
        this(id, customer, at, csat, nps, repurchase, upsell, null);
    }

    /** The answers given, by the question; satisfied is 1 for yes and 0 for no. */
    public Map<String, Integer> answers() {
        var answers = new TreeMap<String, Integer>();
        put(answers, "csat", csat);
        put(answers, "nps", nps);
        put(answers, "repurchase", repurchase);
        put(answers, "upsell", upsell);
        put(answers, "satisfied", satisfied == null ? null : (Integer) (satisfied ? 1 : 0));
        return answers;
    }

    private static void put(Map<String, Integer> answers, String question, @Nullable Integer answer) {
        if (answer != null) {
            answers.put(question, answer);
        }
    }
}
