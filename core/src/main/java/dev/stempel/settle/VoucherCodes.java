package dev.stempel.settle;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Voucher codes: the same programme, event, offer and number always give the same code, so that an event decided twice
 * gives one voucher. The letters leave out what people mix up (0 and O, 1 and I).
 */
final class VoucherCodes {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;

    private VoucherCodes() {}

    static String code(String programme, String event, String offer, int number) {
        try {
            var text = String.join("\n", programme, event, offer, String.valueOf(number));
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            var bits = new BigInteger(1, hash);
            var code = new StringBuilder();
            for (int i = 0; i < LENGTH; i++) {
                if (i > 0 && i % 4 == 0) {
                    code.append('-');
                }
                code.append(LETTERS.charAt(bits.intValue() & 31));
                bits = bits.shiftRight(5);
            }
            return code.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
