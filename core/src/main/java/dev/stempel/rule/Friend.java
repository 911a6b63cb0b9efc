package dev.stempel.rule;

/**
 * There for every friend the customer brought in and was not rewarded for yet, unless the friend turns out to have bought
 * before, with another card.
 *
 * @param id the friend's customer id
 * @param purchases how many purchases the friend made and kept
 * @param daysSinceFirstPurchase days since the first of them; -1 when there was none
 */
public record Friend(String id, long purchases, long daysSinceFirstPurchase) {}
