package dev.stempel.measure;

import dev.stempel.account.Merges;
import dev.stempel.event.Event;
import dev.stempel.ledger.Operation;
import dev.stempel.policy.Policies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What measures are computed from.
 *
 * @param scope what is measured
 * @param policies the programme's policies
 * @param stories the customers of the scope, all they ever did
 */
record Evidence(Scope scope, Policies policies, List<Story> stories) {

    static Evidence of(Stream<Operation> operations, Policies policies, Scope scope) {
        var all = operations.toList();
        var merges = Merges.of(all.stream().map(Operation::event));
        Map<String, List<Operation>> byCustomer = new LinkedHashMap<>();
        all.forEach(operation -> byCustomer
                .computeIfAbsent(merges.holder(operation.event().customer()), customer -> new ArrayList<>())
                .add(operation));
        var stories = byCustomer.values().stream()
                .map(posted -> new Story(posted, policies.zone()))
                .filter(story -> story.isOf(scope.segment()))
                .toList();
        return new Evidence(scope, policies, stories);
    }

    /** Everything that happened in the period, customer by customer. */
    Stream<Operation> operations() {
        return stories.stream().flatMap(story -> story.in(scope).stream());
    }

    /** The events of one kind in the period. */
    <T extends Event> Stream<T> events(Class<T> kind) {
        return operations().map(Operation::event).filter(kind::isInstance).map(kind::cast);
    }
}
