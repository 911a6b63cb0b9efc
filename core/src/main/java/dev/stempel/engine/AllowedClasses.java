package dev.stempel.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows the engine the facts, what facts consist of, and itself; everything else is not there for rules, whatever stands
 * in them. It stands behind the check, which lets nothing else through, and would hold if the check had a hole.
 */
final class AllowedClasses extends ClassLoader {

    /** What the values of facts are made of. */
    private static final Set<String> PACKAGES = Set.of("java.math", "java.time", "java.util");

    private static final Set<String> LANGUAGE = Set.of(
            "java.io.Externalizable",
            "java.io.ObjectInput",
            "java.io.ObjectOutput",
            "java.io.Serializable",
            "java.lang.Boolean",
            "java.lang.CharSequence",
            "java.lang.Class",
            "java.lang.Comparable",
            "java.lang.Double",
            "java.lang.Enum",
            "java.lang.Error",
            "java.lang.Exception",
            "java.lang.Integer",
            "java.lang.Iterable",
            "java.lang.Long",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.RuntimeException",
            "java.lang.String",
            "java.lang.Throwable");

    private final Set<String> facts;

    AllowedClasses(ClassLoader all, Collection<Class<?>> facts) {
        super(all);
        this.facts = facts.stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isAllowed(name)) {
            throw new ClassNotFoundException(name + " is not for rules.");
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return isAllowedFile(name) ? super.getResource(name) : null;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return isAllowedFile(name) ? super.getResourceAsStream(name) : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return isAllowedFile(name) ? super.getResources(name) : Collections.emptyEnumeration();
    }

    private boolean isAllowedFile(String name) {
        return name.endsWith(".class")
                && isAllowed(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'));
    }

    private boolean isAllowed(String name) {
        int dot = name.lastIndexOf('.');
        return LANGUAGE.contains(name)
                || facts.contains(name)
                || PACKAGES.contains(dot < 0 ? "" : name.substring(0, dot))
                || name.startsWith("org.drools.")
                || name.startsWith("org.mvel2.")
                || name.startsWith("org.kie.");
    }
}
