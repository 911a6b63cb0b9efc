package dev.stempel.log;

import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What customers bought and could still return: the latest purchase of an article is the first it is taken off. */
final class Returnable {

    private final Map<String, Goods> byCustomer = new HashMap<>();

    private record Units(String purchase, long count) {}

    /** What one customer bought. Most never return anything, so it is put in order only when somebody does. */
    private static final class Goods {

        private final List<Purchase> recent = new ArrayList<>();
        private final Map<String, Deque<Units>> latestFirst = new HashMap<>();

        void add(Purchase purchase) {
            recent.add(purchase);
        }

        Deque<Units> latestFirst(String sku) {
            recent.forEach(this::putInOrder);
            recent.clear();
            return latestFirst.computeIfAbsent(sku, article -> new ArrayDeque<>(1));
        }

        private void putInOrder(Purchase purchase) {
            for (var line : purchase.lines()) {
                latestFirst
                        .computeIfAbsent(line.sku(), sku -> new ArrayDeque<>(1))
                        .push(new Units(purchase.id(), line.quantity()));
            }
        }
    }

    /**
     * A receipt of returned goods, split by the purchases they came from.
     *
     * @param returns one for each purchase
     * @param unmatched what came from no purchase
     */
    record Matched(List<Return> returns, List<Return.Line> unmatched) {}

    void bought(Purchase purchase) {
        byCustomer.computeIfAbsent(purchase.customer(), customer -> new Goods()).add(purchase);
    }

    Matched match(Receipt receipt) {
        var first = receipt.first;
        var bought = byCustomer.getOrDefault(first.customer(), new Goods());
        var byPurchase = new LinkedHashMap<String, Map<String, Long>>();
        var unmatched = new ArrayList<Return.Line>();
        receipt.returned().forEach((sku, count) -> {
            long left = take(bought.latestFirst(sku), sku, count, byPurchase);
            if (left > 0) {
                unmatched.add(new Return.Line(sku, left));
            }
        });
        var returns = new ArrayList<Return>();
        byPurchase.forEach((purchase, articles) -> {
            var id = first.invoice() + "-" + (returns.size() + 1);
            var event = new Return(id, first.customer(), receipt.at(), purchase, lines(articles), "");
            returns.add(event);
        });
        return new Matched(returns, unmatched);
    }

    private static List<Return.Line> lines(Map<String, Long> articles) {
        return articles.entrySet().stream()
                .map(article -> new Return.Line(article.getKey(), article.getValue()))
                .toList();
    }

    /** Takes units off the latest purchases of an article; returns how many could not be taken. */
    private static long take(Deque<Units> bought, String sku, long count, Map<String, Map<String, Long>> byPurchase) {
        long left = count;
        while (left > 0 && !bought.isEmpty()) {
            var latest = bought.pop();
            long taken = Math.min(left, latest.count());
            if (taken < latest.count()) {
                bought.push(new Units(latest.purchase(), latest.count() - taken));
            }
            byPurchase
                    .computeIfAbsent(latest.purchase(), purchase -> new LinkedHashMap<>())
                    .merge(sku, taken, Long::sum);
            left -= taken;
        }
        return left;
    }
}
