package dev.stempel.reward;

/**
 * What a reward consists of, with every number settled. In the outcome of a return the numbers are below zero: that much
 * is taken back.
 */
public sealed interface Benefit
        permits Apology,
                BillDiscount,
                Contact,
                Credit,
                Discount,
                Escalation,
                Expired,
                Forfeited,
                FreeService,
                FreeShipping,
                FreeUnits,
                MoneyBack,
                Pause,
                Points,
                ReferralPaid,
                Replacement,
                Reservation,
                ReservationEnd,
                Stamps,
                Status,
                TierChange,
                Voucher,
                VoucherEnd,
                WinBack {}
