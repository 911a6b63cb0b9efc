package dev.stempel.cli;

/** Stands in until the command line arrives. */
public final class Stempel {
    private Stempel() {}

    /** Prints the project's name. */
    public static void main(String[] args) {
        System.out.println("Stempel");
    }
}
