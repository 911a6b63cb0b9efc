package dev.stempel.ledger.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A database that counts what is executed on it: each call of {@code execute…}, and a commit by the connection. To a server
 * each is a round trip. It counts the rows that are read as well, and the statements that are kept. Thread-safe.
 */
final class CountedStatements {

    private final DataSource database;
    private final Runnable before;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger rows = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    private CountedStatements(DataSource database, Runnable before) {
        this.before = before;
        this.database = counted(DataSource.class, database);
    }

    static CountedStatements of(DataSource database) {
        return of(database, () -> {});
    }

    /** Has somebody else do something before each of them. */
    static CountedStatements of(DataSource database, Runnable before) {
        return new CountedStatements(database, before);
    }

    DataSource database() {
        return database;
    }

    int count() {
        return count.get();
    }

    int rows() {
        return rows.get();
    }

    /** Statements that were prepared and not closed. */
    int open() {
        return open.get();
    }

    private <T> T counted(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")
                            || method.getName().equals("commit")) {
                        count.incrementAndGet();
                        before.run();
                    }
                    if (method.getName().equals("prepareStatement")) {
                        open.incrementAndGet();
                    }
                    if (type == PreparedStatement.class && method.getName().equals("close")) {
                        open.decrementAndGet();
                    }
                    if (method.getName().equals("next")) {
                        rows.incrementAndGet();
                    }
                    try {
                        return wrapped(method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Object wrapped(Object made) {
        if (made instanceof PreparedStatement statement) {
            return counted(PreparedStatement.class, statement);
        }
        if (made instanceof Statement statement) {
            return counted(Statement.class, statement);
        }
        if (made instanceof ResultSet found) {
            return counted(ResultSet.class, found);
        }
        return made instanceof Connection connection ? counted(Connection.class, connection) : made;
    }
}
