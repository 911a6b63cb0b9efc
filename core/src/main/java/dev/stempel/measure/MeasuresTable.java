package dev.stempel.measure;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Measures in lines of text; what is not known is a dash. */
final class MeasuresTable {

    private static final int NAME = 34;

    private final StringBuilder text = new StringBuilder();

    private MeasuresTable() {}

    static String of(Measures measures) {
        var table = new MeasuresTable();
        var scope = measures.scope();
        table.text.append(scope.from()).append(" to ").append(scope.before().minusDays(1));
        table.text.append(scope.segment().isEmpty() ? "" : ", segment " + scope.segment());
        table.text.append('\n');
        table.add(measures.customers(), scope);
        table.add(measures.purchases());
        table.add(measures.surveys());
        table.add(measures.complaints());
        table.add(measures.points());
        table.add(measures.liability());
        table.addOffers(measures);
        return table.text.toString();
    }

    private void add(CustomerMeasures customers, Scope scope) {
        title("Customers (lost after " + scope.lapseDays() + " days)");
        line("At the start", customers.atStart(), "");
        line("New or won back", customers.arrived(), "");
        line("Won back after being asked", customers.wonBack(), "");
        line("Lost", customers.lost(), "");
        line("At the end", customers.atEnd(), "");
        line("Churn", customers.churn(), "%");
        line("Retention", customers.retention(), "%");
    }

    private void add(PurchaseMeasures purchases) {
        title("Purchases");
        line("Purchases", purchases.purchases(), "");
        line("Customers who bought", purchases.customers(), "");
        line("Repurchase rate", purchases.repurchaseRate(), "%");
        line("Upsell rate", purchases.upsellRate(), "%");
        line("Days between purchases, mean", purchases.daysBetween(), "");
        line("Days between purchases, median", purchases.daysBetweenMedian(), "");
    }

    private void add(SurveyMeasures surveys) {
        title("Surveys");
        line("Answered", surveys.answered(), "");
        line("CSAT, 1 to 10", surveys.csat(), "");
        line("CSAT, satisfied", surveys.satisfied(), "%");
        line("NPS, -100 to 100", surveys.nps(), "");
        line("Loyalty index, of 10", surveys.loyaltyIndex(), "");
        line("Intend to buy again", surveys.intendToBuyAgain(), "%");
        line("Intend to buy more", surveys.intendToBuyMore(), "%");
    }

    private void add(ComplaintMeasures complaints) {
        title("Complaints");
        line("Complaints", complaints.complaints(), "");
        line("Noticed by staff alone", complaints.incidents(), "");
        line("For every 100 purchases", complaints.per100Purchases(), "");
        line("Answered", complaints.answered(), "");
        line("Hours to answer, mean", complaints.hoursToAnswer(), "");
        line("Hours to answer, median", complaints.hoursToAnswerMedian(), "");
    }

    private void add(PointMeasures points) {
        title("Points");
        line("Earned", points.earned(), "");
        line("Spent", points.spent(), "");
        line("Expired unspent", points.expired(), "");
        line("Redemption rate", points.redemptionRate(), "%");
        line("Breakage", points.breakage(), "%");
    }

    private void add(Liability liability) {
        title("Liability at the end");
        line("Points outstanding", liability.outstandingPoints(), "");
        line("Points lapsed so far", liability.lapsedPoints(), "");
        line("Points, worth", liability.points(), "");
        line("Vouchers", liability.vouchers(), "");
        line("Vouchers for an item, number", liability.items(), "");
        line("Stamps in progress", liability.stamps(), "");
        line("Credit", liability.credit(), "");
        line("Total", liability.total(), "");
        line("Partners, so far", liability.partners(), "");
    }

    private void addOffers(Measures measures) {
        title(String.format(
                Locale.ROOT, "%-32s %13s %10s %10s %14s", "Offers", "Hits", "Customers", "Refused", "Cost"));
        measures.offers()
                .forEach((offer, sum) -> text.append(String.format(
                        Locale.ROOT,
                        "  %-32s %,12d %,10d %,10d %,14.2f\n",
                        offer,
                        sum.hits(),
                        sum.customers(),
                        sum.refused(),
                        sum.cost())));
    }

    private void title(String title) {
        text.append('\n').append(title).append('\n');
    }

    private void line(String name, @Nullable Number value, String unit) {
        var format = value instanceof BigDecimal exact ? "%,." + exact.scale() + "f" : "%,d";
        var shown = value == null ? "-" : String.format(Locale.ROOT, format, value);
        text.append(String.format(Locale.ROOT, "  %-" + NAME + "s %12s %s", name, shown, value == null ? "" : unit)
                .stripTrailing());
        text.append('\n');
    }
}
