package dev.stempel.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A source of connections that all break at a statement, or right after it. Either the process has crashed, and whoever
 * uses them dies as well, or the server is gone and they say so. Connections made afterwards are sound. For one thread.
 */
final class Fragile {

    /** The process has crashed: nothing may catch this and go on. */
    static final class Crashed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** How connections break. */
    enum Break {
        CRASH_BEFORE,
        CRASH_AFTER,
        LOSS_BEFORE,
        LOSS_AFTER;

        private boolean isAfter() {
            return this == CRASH_AFTER || this == LOSS_AFTER;
        }

        private Exception exception() {
            return this == CRASH_BEFORE || this == CRASH_AFTER
                    ? new Crashed()
                    : new SQLException("The connection is lost.", "08006");
        }
    }

    private final DataSource sound;
    private final List<Connection> open = new ArrayList<>();
    private int generation;
    private int left = -1;
    private Break how = Break.CRASH_BEFORE;
    private boolean broken;

    Fragile(DataSource sound) {
        this.sound = sound;
    }

    void breakAt(int statement, Break howTo) {
        left = statement;
        how = howTo;
    }

    /** True once the connections broke since the last call; none will break until told so again. */
    boolean wasBroken() {
        boolean was = broken;
        broken = false;
        left = -1;
        return was;
    }

    DataSource source() {
        return (DataSource) proxy(DataSource.class, (method, arguments) -> {
            var connection = (Connection) call(sound, method, arguments);
            open.add(connection);
            return wrapped(connection, Connection.class);
        });
    }

    private Object wrapped(Object real, Class<?> type) {
        int born = generation;
        return proxy(type, (method, arguments) -> {
            if (born != generation) {
                return dead(method.getName());
            }
            boolean counts =
                    method.getName().startsWith("execute") || method.getName().equals("commit");
            boolean now = counts && left >= 0 && left-- == 0;
            if (now && !how.isAfter()) {
                throw broken();
            }
            var result = call(real, method, arguments);
            if (now) {
                throw broken();
            }
            return result instanceof PreparedStatement
                    ? wrapped(result, PreparedStatement.class)
                    : result instanceof Statement ? wrapped(result, Statement.class) : result;
        });
    }

    private Exception broken() throws SQLException {
        generation++;
        broken = true;
        for (var connection : open) {
            connection.close();
        }
        open.clear();
        return how.exception();
    }

    private Object dead(String method) throws Exception {
        return switch (method) {
            case "close" -> null;
            case "isClosed" -> true;
            case "isValid" -> false;
            default -> throw how.exception();
        };
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static Object proxy(Class<?> type, Answer answer) {
        return Proxy.newProxyInstance(
                Fragile.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method, arguments));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
