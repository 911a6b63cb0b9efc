package dev.stempel.cases;

/** A fact of an embedding application. */
public record Weather(int degrees) {}
