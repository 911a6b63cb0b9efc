package dev.stempel.ledger.jdbc;

import dev.stempel.ledger.BookAccount;
import dev.stempel.ledger.Entry;

/**
 * A book account in one unit. The books name a customer's accounts without the customer's id, so that it can be forgotten:
 * the row says whose they are.
 *
 * @param account as in {@code customer:points} or {@code partner:bookshop}
 * @param unit what it is counted in
 */
record Book(String account, String unit) {

    private static final String CUSTOMER = "customer:";

    static Book from(Entry entry, String customer) {
        return new Book(BookAccount.kind(entry.from(), customer), entry.unit());
    }

    static Book to(Entry entry, String customer) {
        return new Book(BookAccount.kind(entry.to(), customer), entry.unit());
    }

    /** The account's name with the customer's id in it. */
    static String full(String stored, String customer) {
        return stored.startsWith(CUSTOMER) ? CUSTOMER + customer + ":" + stored.substring(CUSTOMER.length()) : stored;
    }

    boolean isCustomers() {
        return account.startsWith(CUSTOMER);
    }
}
