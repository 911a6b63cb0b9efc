package dev.stempel.engine;

import static java.lang.invoke.MethodType.genericMethodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls a public method of a public class that was found when a rule was compiled. */
final class Accessor {

    private static final ClassValue<Map<Method, Accessor>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<Method, Accessor> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final MethodHandle handle;
    private final MethodHandle spread;

    private Accessor(MethodHandle handle) {
        this.handle = handle;
        spread = handle.asSpreader(Object[].class, handle.type().parameterCount());
    }

    /** The same for the same method, whatever rule it is for: the JVM looks after few handles better than after many. */
    static Accessor of(Method method) {
        return KNOWN.get(method.getDeclaringClass()).computeIfAbsent(method, Accessor::found);
    }

    private static Accessor found(Method method) {
        try {
            var handle = MethodHandles.publicLookup().unreflect(method);
            return new Accessor(handle.asType(genericMethodType(handle.type().parameterCount())));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be called.", e);
        }
    }

    /** Calls a method of two values, its owner among them where it has one. */
    @Nullable
    Object of(@Nullable Object one, @Nullable Object other) {
        try {
            return (Object) handle.invokeExact(one, other);
        } catch (Throwable e) {
            throw passedOn(e);
        }
    }

    /** Calls the method: its owner first, where it has one, and then what it is given. */
    @Nullable
    Object call(@Nullable Object... values) {
        try {
            return (Object) spread.invokeExact(values);
        } catch (Throwable e) {
            throw passedOn(e);
        }
    }

    /** Thrown again as it is, where it can be. */
    static RuntimeException passedOn(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }
}
