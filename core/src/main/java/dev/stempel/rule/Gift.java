package dev.stempel.rule;

/**
 * What a rule may give, in the rule's own terms: percentages, points per euro, "valid for 60 days". Settling turns it
 * into a {@link dev.stempel.reward.Benefit}. Made by {@link Words}; immutable.
 */
public sealed interface Gift
        permits BasketGift,
                BillsGift,
                CreditGift,
                EscalationGift,
                MoneyBackGift,
                Multiplier,
                PointsGift,
                ReplacementGift,
                ShippingGift,
                SimpleGift,
                VoucherGift {}
