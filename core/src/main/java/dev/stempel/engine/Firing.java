package dev.stempel.engine;

import dev.stempel.rule.Rewards;
import dev.stempel.rule.Sentence;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets rules speak whose conditions are met, one after the other, in one evaluation. Used by one thread. */
final class Firing implements Consumer<Sentence>, Saying.Values {

    private final Memory memory;
    private final Meter meter;
    private final Consumer<Proposal> heard;
    private final Rewards rewards = new Rewards(this);
    private List<PlainRule.Named> names = List.of();
    private List<Object> facts = List.of();
    private @Nullable Sentence said;

    Firing(List<Object> facts, Meter meter, Consumer<Proposal> heard) {
        this.memory = new Memory(facts);
        this.meter = meter;
        this.heard = heard;
    }

    Memory memory() {
        return memory;
    }

    /** Counts that a rule of this offer looks at some facts. */
    void combines(CompiledRule rule) {
        meter.combines(rule.offer().id());
    }

    /** The facts that met the conditions of a rule, which give its names their values; it says its sentence. */
    void fire(CompiledRule rule, List<PlainRule.Named> itsNames, List<Object> itsFacts, List<Integer> order) {
        meter.fires(rule.offer().id());
        names = itsNames;
        facts = itsFacts;
        said = null;
        rule.sentence().say(rewards, this);
        if (said != null) {
            heard.accept(Proposal.of(rule, said, itsFacts, order));
        }
    }

    @Override
    public void accept(Sentence sentence) {
        said = sentence;
    }

    @Override
    public @Nullable Object of(int name) {
        var named = names.get(name);
        return named.reading().of(facts.get(named.slot()));
    }
}
