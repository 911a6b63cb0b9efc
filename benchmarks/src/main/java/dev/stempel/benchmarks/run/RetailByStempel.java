package dev.stempel.benchmarks.run;

import dev.stempel.Processed;
import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Return;
import dev.stempel.log.EventLog;
import dev.stempel.log.LogRun;
import dev.stempel.log.Mapping;
import dev.stempel.policy.Policies;
import dev.stempel.problem.Problem;
import dev.stempel.reward.Points;
import dev.stempel.reward.Stamps;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A log of the gift shop's receipts through its offers on points and stamps, remembered in memory. */
final class RetailByStempel implements LogRun.Listener {

    private static final String SHOP = "/stempel/rules/gift-shop/";

    private static final List<String> OFFERS =
            List.of("points-per-pound.drl", "first-purchase-welcome.drl", "win-back.drl", "heart-holder-card.drl");

    private final Programme programme;
    private final Map<String, Earned> earned = new HashMap<>();

    private RetailByStempel(RuleBook rules) {
        programme = Programme.of(rules, Policies.of("Gift Shop", "Europe/London", "GBP"));
    }

    /** The offers, compiled once: a shop does not compile them for every log. */
    static RuleBook rules() throws IOException {
        var texts = new TreeMap<String, String>();
        for (var offer : OFFERS) {
            texts.put(offer, text(offer));
        }
        return RuleBook.of(texts);
    }

    /** What every customer has in the end. */
    static Map<String, Earned> earned(RuleBook rules, Path log) throws IOException {
        var mapping = Files.createTempFile("online-retail", ".mapping.json");
        try {
            Files.writeString(mapping, text("online-retail.mapping.json"));
            var shop = new RetailByStempel(rules);
            LogRun.run(EventLog.of(log, Mapping.read(mapping)), shop.programme, shop, bytes -> {});
            return shop.earned;
        } finally {
            Files.delete(mapping);
        }
    }

    private static String text(String name) throws IOException {
        try (var bytes = RetailByStempel.class.getResourceAsStream(SHOP + name)) {
            if (bytes == null) {
                throw new FileNotFoundException(SHOP + name);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void became(Processed processed, boolean again, long line) {
        var outcome = processed.outcome();
        if (outcome == null) {
            throw new IllegalStateException(processed.toString());
        }
        long points = outcome.all(Points.class).mapToLong(Points::amount).sum();
        long stamps = outcome.all(Stamps.class).mapToLong(Stamps::count).sum();
        earned.merge(processed.event().customer(), new Earned(points, stamps), Earned::plus);
    }

    @Override
    public void skipped(String receipt, Skip why) {}

    @Override
    public void unmatched(String receipt, List<Return.Line> lines, long line) {}

    @Override
    public void bad(Problem problem) {
        throw new IllegalStateException(problem.toString());
    }
}
