package dev.stempel.drl;

import java.util.List;
import java.util.Map;

/**
 * A rule file as it is written.
 *
 * @param source its text
 * @param rules its rules, as far as they could be read
 * @param header what its first comments say, by what stands before the colon: Offer, Says, Change
 */
public record RuleFile(Source source, List<Rule> rules, Map<String, String> header) {}
