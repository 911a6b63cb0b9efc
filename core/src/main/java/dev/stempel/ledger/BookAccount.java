package dev.stempel.ledger;

import org.jspecify.annotations.Nullable;

/** How book accounts are named: {@code programme:points}, {@code customer:c-7:points}, {@code partner:bookshop}. */
public final class BookAccount {

    private static final String CUSTOMER = "customer:";

    private BookAccount() {}

    /** A book account of a customer. */
    static String of(String customer, String kind) {
        return CUSTOMER + customer + ":" + kind;
    }

    /** True for an account of any customer. */
    static boolean isCustomers(String account) {
        return account.startsWith(CUSTOMER);
    }

    /** What it holds of this customer, as in {@code points}; absent when it is not the customer's. */
    public static @Nullable String held(String account, String customer) {
        var own = of(customer, "");
        return account.startsWith(own) ? account.substring(own.length()) : null;
    }

    /** The kind of an account: of this customer's points, {@code customer:points}; any other is its own kind. */
    public static String kind(String account, String customer) {
        var held = held(account, customer);
        return held == null ? account : CUSTOMER + held;
    }

    /** The same account when the customer is called otherwise. */
    static String renamed(String account, String customer, String other) {
        var kind = held(account, customer);
        return kind == null ? account : of(other, kind);
    }
}
