package dev.stempel.rule;

/** Nothing is charged for shipping. It is decided after all discounts, so a threshold looks at what is really paid. */
public record ShippingGift() implements Gift {}
