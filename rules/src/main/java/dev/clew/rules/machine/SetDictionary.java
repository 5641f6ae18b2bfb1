package dev.clew.rules.machine;

import dev.clew.rules.datalog.Numbers;
import dev.clew.rules.datalog.Unsuited;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Int;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Codes of constants, for set-at-a-time evaluation. An integer from 0 to 2^31 - 1 is its own code;
 * entry n of the dictionary has the code {@code ~n}.
 */
final class SetDictionary implements Numbers {
    private static final int MOST_INTEGERS = 1 << 18;

    private volatile Atomic[] constants = new Atomic[64];
    private volatile int size;

    /** Open addressing: the entry plus one, or 0. */
    private int[] table = new int[128];

    /** Terms of small integers that were decoded; a lost entry does no harm. */
    private volatile @Nullable Int[] integers = {};

    /** How many constants it has. */
    int size() {
        return size;
    }

    /** The code of a constant. */
    int codeOf(Atomic constant) {
        if (constant instanceof Int i && i.value() >= 0 && i.value() <= Integer.MAX_VALUE) {
            return (int) i.value();
        }
        return ~entry(constant);
    }

    @Override
    public int codeOf(long value) {
        return codeOf(Int.of(value));
    }

    private synchronized int entry(Atomic constant) {
        int mask = table.length - 1;
        int i = constant.key() * 0x9E3779B1 >>> 7 & mask;
        for (int e; (e = table[i]) != 0; i = i + 1 & mask) {
            if (constants[e - 1].equals(constant)) {
                return e - 1;
            }
        }
        if (size == constants.length) {
            constants = Arrays.copyOf(constants, size * 2);
        }
        int entry = size;
        constants[entry] = constant;
        size = entry + 1;
        table[i] = entry + 1;
        if (size > table.length / 2) {
            grow();
        }
        return entry;
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        int mask = table.length - 1;
        for (int e : old) {
            if (e != 0) {
                int i = constants[e - 1].key() * 0x9E3779B1 >>> 7 & mask;
                while (table[i] != 0) {
                    i = i + 1 & mask;
                }
                table[i] = e;
            }
        }
    }

    @Override
    public long valueOf(int code) {
        if (code >= 0) {
            return code;
        } else if (constants[~code] instanceof Int i) {
            return i.value();
        }
        throw new Unsuited("no integer");
    }

    /** The constant with this code. */
    Atomic term(int code) {
        return code < 0 ? constants[~code] : integer(code);
    }

    private Int integer(int value) {
        @Nullable Int[] known = integers;
        if (value < known.length) {
            Int i = known[value];
            if (i == null) {
                i = Int.of(value);
                known[value] = i;
            }
            return i;
        } else if (value < MOST_INTEGERS) {
            integers = Arrays.copyOf(known, Math.max(1024, Integer.highestOneBit(value) * 2));
        }
        return Int.of(value);
    }
}
