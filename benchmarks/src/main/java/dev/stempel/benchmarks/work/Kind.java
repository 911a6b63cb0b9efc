package dev.stempel.benchmarks.work;

/** The kinds of offer: few, so that every column stays small, and such as shops really have. */
public enum Kind {
    /** A stamp for every unit of a category; a full card gives a voucher. */
    STAMPS("category"),
    /** Points for every full euro spent on a category. */
    POINTS("category"),
    /** A percentage off a brand. */
    PERCENT_OFF("brand"),
    /** Points on top when enough was spent on a category. */
    THRESHOLD("category"),
    /** Points on top for every unit of an article, on one day of the week. */
    WEEKDAY("sku");

    private final String field;

    Kind(String field) {
        this.field = field;
    }

    /** What of a line names the offer's key: its category, brand or sku. */
    public String field() {
        return field;
    }
}
