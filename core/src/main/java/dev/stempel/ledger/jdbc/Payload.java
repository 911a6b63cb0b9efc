package dev.stempel.ledger.jdbc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.stempel.account.Decision;
import dev.stempel.event.Event;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operation and its contents as JSON: all of it that can be written before it is known what is posted before.
 *
 * @param operation the operation
 * @param hash the hash of the event's id, by which events of erased customers are known
 * @param request the hash of the event alone: what the event was can be told when the contents are erased
 * @param decision the decision, its event included
 * @param known what was known of the customer
 * @param facts facts of the embedding application; absent when there are none
 * @param elsewhere the account it was decided on at a till that was cut off; absent otherwise
 */
record Payload(
        Operation operation,
        String hash,
        String request,
        String decision,
        String known,
        @Nullable String facts,
        @Nullable String elsewhere) {

    private static final JsonMapper WITHOUT_EVENT = StempelJson.mapper()
            .rebuild()
            .addMixIn(Decision.class, WithoutEvent.class)
            .build();

    @JsonIgnoreProperties("event")
    private interface WithoutEvent {}

    static List<Payload> of(List<Operation> operations) {
        return operations.stream().map(Payload::of).toList();
    }

    /** Writes the event once, for its hash and for the decision. */
    static Payload of(Operation operation) {
        var event = StempelJson.mapper().writerFor(Event.class).writeValueAsString(operation.event());
        var rest = WITHOUT_EVENT.writeValueAsString(operation.decision());
        var facts = operation.facts().isEmpty() ? null : StempelJson.write(operation.facts());
        var elsewhere = operation.elsewhere() == null ? null : StempelJson.write(operation.elsewhere());
        return new Payload(
                operation,
                Sha256.of(operation.event().id()),
                Sha256.of(event),
                "{\"event\":" + event + "," + rest.substring(1),
                StempelJson.write(operation.customer()),
                facts,
                elsewhere);
    }
}
