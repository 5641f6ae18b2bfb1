package dev.clew.rules.streams;

import dev.clew.rules.syntax.CharConversion;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The mapping of characters that {@code char_conversion/2} builds up (ISO 7.4.2.5). */
public final class CharTable implements CharConversion {
    private final ConcurrentHashMap<Integer, Integer> changed = new ConcurrentHashMap<>();

    /** Maps {@code from} to {@code to} from now on. */
    public void map(int from, int to) {
        if (from == to) {
            changed.remove(from);
        } else {
            changed.put(from, to);
        }
    }

    @Override
    public int convert(int codePoint) {
        Integer to = changed.isEmpty() ? null : changed.get(codePoint);
        return to == null ? codePoint : to;
    }

    /** The characters that are mapped to others, in order. */
    public Map<Integer, Integer> changes() {
        return new TreeMap<>(changed);
    }
}
