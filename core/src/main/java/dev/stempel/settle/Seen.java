package dev.stempel.settle;

import dev.stempel.engine.Proposal;
import java.util.List;

/**
 * What the rules of one phase were asked, and what they said.
 *
 * @param facts the facts they saw; those they would have seen when it was not their turn
 * @param proposals what they proposed, one for each time a rule fired
 */
public record Seen(List<Object> facts, List<Proposal> proposals) {}
