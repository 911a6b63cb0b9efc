package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.policy.Policies;
import dev.stempel.policy.Policies.Partner;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Vouchers that would be refused each time, because of the partner they name. */
final class PartnerCheck {

    private final Policies policies;

    private PartnerCheck(Policies policies) {
        this.policies = policies;
    }

    static Stream<Problem> of(List<CheckedFile> files, Policies policies) {
        var check = new PartnerCheck(policies);
        return files.stream()
                .flatMap(file -> file.rules().stream()
                        .flatMap(PartnerCheck::named)
                        .flatMap(partner -> check.problem(file, partner).stream()));
    }

    private static Stream<Expr.Text> named(CheckedRule rule) {
        return rule.written()
                .words()
                .filter(word ->
                        word.name().equals("voucher") && word.arguments().size() == 2)
                .map(word -> word.arguments().get(0))
                .filter(Expr.Text.class::isInstance)
                .map(Expr.Text.class::cast);
    }

    private Optional<Problem> problem(CheckedFile file, Expr.Text named) {
        var name = named.value();
        var names = Stream.concat(
                        Stream.of(policies.name()), policies.partners().stream().map(Partner::name))
                .toList();
        if (!names.contains(name)) {
            var what = Phrase.of("practice.partner", name);
            return Optional.of(file.problem(
                    named.span(), Severity.WARNING, what, Hints.similar(name, names, "practice.partner.hint", name)));
        }
        return name.equals(policies.name())
                ? Optional.empty()
                : refused(name).map(what -> file.warning(named.span(), what));
    }

    private Optional<Phrase> refused(String name) {
        var trade = policies.partners().stream()
                .filter(partner -> partner.name().equals(name))
                .map(Partner::trade)
                .filter(known -> known != null && !known.isBlank())
                .findFirst()
                .orElse("");
        if (trade.isEmpty()) {
            return Optional.of(Phrase.of("practice.trade", name));
        }
        boolean competes =
                trade.equals(policies.trade()) || policies.competitors().contains(trade);
        return competes ? Optional.of(Phrase.of("practice.competes", name, trade)) : Optional.empty();
    }
}
