package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Collector;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import dev.stempel.benchmarks.work.Sum;
import dev.stempel.benchmarks.work.Sums;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;

/**
 * Drools tuned by hand: the executable model, one flat fact for each key so that the network finds rules by a hash, and
 * one session for each thread whose facts are deleted after each call.
 */
final class DroolsTuned implements Column {

    private final ThreadLocal<KieSession> session;

    DroolsTuned(List<Offer> offers) {
        var text = new StringBuilder("""
                package offers
                import %s
                import java.time.DayOfWeek
                global %s rewards
                """.formatted(Sum.class.getCanonicalName(), Collector.class.getCanonicalName()));
        offers.forEach(offer -> text.append(rule(offer)));
        KieBase base =
                new KieHelper().addContent(text.toString(), ResourceType.DRL).build(ExecutableModelProject.class);
        session = ThreadLocal.withInitial(base::newKieSession);
    }

    private static String rule(Offer offer) {
        return """
                rule "%s"
                when
                    Sum( key == "%s", $units : units, $amount : amount%s )
                then
                    %s;
                end
                """.formatted(offer.id(), offer.key(), condition(offer), offer.giving("$units", "$amount"));
    }

    private static String condition(Offer offer) {
        return switch (offer.kind()) {
            case THRESHOLD -> ", amount >= " + offer.number();
            case WEEKDAY -> ", day == DayOfWeek." + offer.day();
            case STAMPS, POINTS, PERCENT_OFF -> "";
        };
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var rewards = new Collector();
        var mine = session.get();
        mine.setGlobal("rewards", rewards);
        var handles = new ArrayList<FactHandle>();
        for (var sum : Sums.of(basket).values()) {
            handles.add(mine.insert(sum));
        }
        mine.fireAllRules();
        handles.forEach(mine::delete);
        return rewards;
    }
}
