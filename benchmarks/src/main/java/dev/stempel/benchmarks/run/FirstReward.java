package dev.stempel.benchmarks.run;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.benchmarks.work.Work;
import dev.stempel.policy.Policies;
import java.io.IOException;
import java.nio.file.Path;

/** What a process does that is started for one basket: load the rule files of a folder and say the first reward. */
public final class FirstReward {

    private FirstReward() {}

    /** Takes the folder of the rule files. */
    public static void main(String[] arguments) throws IOException {
        var rules = RuleBook.load(Path.of(arguments[0]));
        var programme = Programme.of(rules, Policies.of("High Street", "Europe/Amsterdam", "EUR"));
        var basket = Work.of(10, 10, 10).basket();
        System.out.println(programme.process(basket.purchase()).rewards().get(0));
    }
}
