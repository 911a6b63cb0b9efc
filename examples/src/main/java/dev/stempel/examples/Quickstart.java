package dev.stempel.examples;

import dev.stempel.Placeholder;

/** Stands in until the quickstart arrives. */
public final class Quickstart {
    private Quickstart() {}

    /** Prints the project's name. */
    public static void main(String[] args) {
        System.out.println(Placeholder.name());
    }
}
