package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Reads plain facts, {@code edge(1, bob).}: of small integers and unquoted atoms, as large
 * relations are written. It is much faster than {@link TermReader} and leaves everything else to
 * that.
 */
public final class FactReader {
    private static final int CACHE = 512;
    private static final int MAX_ARITY = 16;
    private static final int MAX_DIGITS = 18;

    private final StringSource source;
    private final char[] text;
    private final Operators operators;
    private final Term[] args = new Term[MAX_ARITY];
    private final @Nullable Atom[] atoms = new Atom[CACHE];
    private int at;

    /** Reads from where {@code source} stands. */
    public FactReader(StringSource source, Operators operators) {
        this.source = source;
        this.text = source.text;
        this.operators = operators;
    }

    /** Forgets which names are no operators. */
    public void forgetOperators() {
        Arrays.fill(atoms, null);
    }

    /** The fact that comes next, or null, with nothing read but layout, if it is anything else. */
    public @Nullable Term read() {
        source.skipSpaces();
        at = source.at;
        Atom name = name();
        if (name == null || at == text.length || text[at] != '(') {
            return null;
        }
        int n = 0;
        do {
            at++;
            skipBlanks();
            Term arg = n == MAX_ARITY ? null : argument();
            if (arg == null) {
                return null;
            }
            args[n++] = arg;
            skipBlanks();
        } while (at < text.length && text[at] == ',');
        if (!ends()) {
            return null;
        }
        source.at = at;
        Compound fact = Struct.of(Functor.of(name, n), Arrays.copyOf(args, n));
        return fact;
    }

    private void skipBlanks() {
        while (at < text.length && text[at] == ' ') {
            at++;
        }
    }

    /** Moves over {@code ).} if a clause can end so. */
    private boolean ends() {
        if (at + 1 >= text.length || text[at] != ')' || text[at + 1] != '.') {
            return false;
        }
        at += 2;
        return at == text.length || text[at] <= ' ' && Chars.kind(text[at]) == Chars.LAYOUT;
    }

    private @Nullable Term argument() {
        if (at == text.length) {
            return null;
        }
        char c = text[at];
        if (c >= '0' && c <= '9') {
            return integer(false);
        } else if (c == '-') {
            at++;
            return integer(true);
        }
        return name();
    }

    private @Nullable Term integer(boolean negative) {
        int from = at;
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + (text[at++] - '0');
        }
        if (at == from || at - from > MAX_DIGITS || at == text.length || !endsNumber(text[at])) {
            return null;
        }
        return Int.of(negative ? -value : value);
    }

    private static boolean endsNumber(char c) {
        return c == ',' || c == ')' || c == ' ';
    }

    private @Nullable Atom name() {
        if (at == text.length || text[at] < 'a' || text[at] > 'z') {
            return null;
        }
        int from = at;
        int hash = 0;
        while (at < text.length && text[at] < 128 && Chars.WORD[text[at]] != 0) {
            hash = hash * 31 + text[at++];
        }
        int slot = (hash ^ hash >>> 9) & CACHE - 1;
        Atom known = atoms[slot];
        if (known != null && isNamed(known, from)) {
            return known;
        }
        Atom fresh = Atom.of(new String(text, from, at - from));
        if (operators.isOperator(fresh)) {
            return null;
        }
        atoms[slot] = fresh;
        return fresh;
    }

    private boolean isNamed(Atom a, int from) {
        String name = a.name();
        int n = name.length();
        if (n != at - from) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (name.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
