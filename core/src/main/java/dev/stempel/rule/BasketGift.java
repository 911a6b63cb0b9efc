package dev.stempel.rule;

import java.util.List;

/** A gift that changes what this very basket costs. */
public sealed interface BasketGift extends Gift permits CheapestFreeGift, DiscountGift, PriceGift {

    /** The lines of the purchase it applies to, counted from 0; empty for the whole basket. */
    List<Integer> lines();
}
