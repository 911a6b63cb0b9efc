package dev.stempel.engine;

import org.jspecify.annotations.Nullable;

/** What is read of a fact: one of its fields, or a value that is the same for every fact. */
@FunctionalInterface
interface Reading {

    @Nullable
    Object of(Object fact);
}
