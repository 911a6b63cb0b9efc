package dev.stempel.cases;

import dev.stempel.reward.Missing;
import dev.stempel.reward.Outcome;
import java.util.function.Function;

/**
 * What came of a case.
 *
 * @param outcome what came of what happens now
 * @param missing what it still lacks for an offer, by the offer's id
 */
public record Played(Outcome outcome, Function<String, Missing> missing) {}
