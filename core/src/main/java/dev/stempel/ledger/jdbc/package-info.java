/**
 * Ledgers in a database, over plain JDBC: SQLite for one shop, PostgreSQL for many tills. They do what {@link
 * dev.stempel.ledger.Ledger} promises, and nothing in the library knows of them.
 */
@NullMarked
package dev.stempel.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
