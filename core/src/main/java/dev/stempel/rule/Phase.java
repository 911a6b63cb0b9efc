package dev.stempel.rule;

/** In which order offers build on each other. What one phase settles is a fact for the next. */
public enum Phase {
    /** What the basket costs: discounts and free units. */
    PRICE,
    /** What shipping costs at that price. */
    SHIPPING,
    /** What it earns at that price: points, stamps, vouchers and everything else. */
    EARN,
    /** What follows from a card completed or a tier reached by it. */
    REACH
}
