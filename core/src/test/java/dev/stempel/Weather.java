package dev.stempel;

/** A fact of an embedding application. */
public record Weather(int degrees) {}
