package dev.clew.plans.puzzles;

import dev.clew.goals.Step;
import dev.clew.goals.proofs.Proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Expressions of whole numbers: written from a proof, and checked by reading them again. */
public final class Expressions {
    private static final int ATOM = 3;

    private Expressions() {}

    private record Written(String text, int strength) {}

    /** The expression that a proof stands for, with no more parentheses than needed. */
    public static String of(Proof<Countdown.Goal> proof) {
        List<Written> written = new ArrayList<>();
        for (Proof.Line<Countdown.Goal> line : proof.lines()) {
            Step<Countdown.Goal> step = line.step();
            if (step == null) {
                written.add(new Written(line.goal().target().toString(), ATOM));
            } else {
                Countdown.Undone undone =
                        (Countdown.Undone) Objects.requireNonNull(step.evidence());
                Written taken =
                        line.premises().size() == 1
                                ? new Written(undone.taken().toString(), ATOM)
                                : written.get(line.premises().getFirst());
                written.add(combined(undone, taken, written.get(line.premises().getLast())));
            }
        }
        return written.getLast().text();
    }

    private static Written combined(Countdown.Undone undone, Written taken, Written rest) {
        Operator by = undone.operator();
        Written left = undone.isTakenLeft() ? taken : rest;
        Written right = undone.isTakenLeft() ? rest : taken;
        boolean isFirm = by == Operator.MINUS || by == Operator.OVER;
        return new Written(
                enclosed(left, by.strength())
                        + " "
                        + by.sign()
                        + " "
                        + enclosed(right, by.strength() + (isFirm ? 1 : 0)),
                by.strength());
    }

    private static String enclosed(Written part, int strength) {
        return part.strength() < strength ? "(" + part.text() + ")" : part.text();
    }

    /**
     * Whether an expression makes the target of these numbers. It is read and computed anew, with
     * integers of any size, and shares nothing with the search.
     *
     * @param isEachUsed whether each number must be used; otherwise each may be used once
     */
    public static boolean makes(
            String expression, long target, List<Long> numbers, boolean isEachUsed) {
        Reader reader = new Reader(expression);
        BigInteger[] value = reader.sum();
        List<Long> left = new ArrayList<>(numbers);
        for (long used : reader.used) {
            if (!left.remove((Long) used)) {
                return false;
            }
        }
        return !reader.isWrong
                && reader.at == expression.length()
                && value[0].equals(value[1].multiply(BigInteger.valueOf(target)))
                && (left.isEmpty() || !isEachUsed);
    }

    /** Values are pairs of a numerator and a denominator. */
    private static final class Reader {
        private final String text;
        private final List<Long> used = new ArrayList<>();
        private int at;
        private boolean isWrong;

        Reader(String text) {
            this.text = text;
        }

        private boolean skips(char c) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        BigInteger[] sum() {
            BigInteger[] value = product();
            while (true) {
                if (skips('+')) {
                    value = added(value, product(), false);
                } else if (skips('-')) {
                    value = added(value, product(), true);
                } else {
                    return value;
                }
            }
        }

        private static BigInteger[] added(BigInteger[] a, BigInteger[] b, boolean minus) {
            BigInteger second = b[0].multiply(a[1]);
            return new BigInteger[] {
                a[0].multiply(b[1]).add(minus ? second.negate() : second), a[1].multiply(b[1])
            };
        }

        private BigInteger[] product() {
            BigInteger[] value = atom();
            while (true) {
                if (skips('*')) {
                    BigInteger[] b = atom();
                    value = new BigInteger[] {value[0].multiply(b[0]), value[1].multiply(b[1])};
                } else if (skips('/')) {
                    BigInteger[] b = atom();
                    isWrong |= b[0].signum() == 0;
                    value = new BigInteger[] {value[0].multiply(b[1]), value[1].multiply(b[0])};
                } else {
                    return value;
                }
            }
        }

        private BigInteger[] atom() {
            if (skips('(')) {
                BigInteger[] value = sum();
                isWrong |= !skips(')');
                return value;
            }
            int start = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (start == at) {
                isWrong = true;
                return new BigInteger[] {BigInteger.ONE, BigInteger.ONE};
            }
            long number = Long.parseLong(text, start, at, 10);
            used.add(number);
            return new BigInteger[] {BigInteger.valueOf(number), BigInteger.ONE};
        }
    }
}
