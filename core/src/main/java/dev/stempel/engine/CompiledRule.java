package dev.stempel.engine;

import dev.stempel.offer.Offer;

/**
 * What belongs to a rule of the engine.
 *
 * @param offer the offer it is of
 * @param sentence what it says when it fires
 */
record CompiledRule(Offer offer, Saying sentence) {}
