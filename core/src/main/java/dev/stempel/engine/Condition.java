package dev.stempel.engine;

/** What has to hold of a fact. */
@FunctionalInterface
interface Condition {

    boolean holds(Object fact);
}
