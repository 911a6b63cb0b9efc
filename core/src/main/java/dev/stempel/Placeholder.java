package dev.stempel;

/** Stands in until the library arrives. */
public final class Placeholder {
    private Placeholder() {}

    /** Returns the project's name. */
    public static String name() {
        return "Stempel";
    }
}
