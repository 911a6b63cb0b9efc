package dev.stempel.examples;

/** Stands in until the quickstart arrives. */
public final class Quickstart {
    private Quickstart() {}

    /** Prints the project's name. */
    public static void main(String[] args) {
        System.out.println("Stempel");
    }
}
