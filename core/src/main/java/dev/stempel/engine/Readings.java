package dev.stempel.engine;

import static java.lang.invoke.MethodType.genericMethodType;
import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the fields of Stempel's own facts as if the calls stood here, for conditions do little else. */
final class Readings {

    private static final Map<Method, Reading> KNOWN = new ConcurrentHashMap<>();

    private Readings() {}

    /** The same for the same field, whatever rule it is for: what is made for a field stays for good. */
    static Reading of(Method field) {
        return KNOWN.computeIfAbsent(field, Readings::made);
    }

    private static Reading made(Method field) {
        var here = MethodHandles.lookup();
        try {
            var handle = here.unreflect(field);
            var read = genericMethodType(1);
            return (Reading) LambdaMetafactory.metafactory(
                            here,
                            "of",
                            methodType(Reading.class),
                            read,
                            handle,
                            handle.type().wrap())
                    .getTarget()
                    .invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(field + " cannot be read.", e);
        }
    }
}
