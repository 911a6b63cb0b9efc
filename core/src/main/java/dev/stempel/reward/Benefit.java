package dev.stempel.reward;

/**
 * What a reward consists of, with every number settled. In the outcome of a return the numbers are below zero: that much
 * is taken back.
 */
public sealed interface Benefit
        permits Apology,
                Credit,
                Discount,
                Escalation,
                FreeUnits,
                MoneyBack,
                Points,
                Replacement,
                Stamps,
                TierChange,
                Voucher,
                VoucherEnd {}
