package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;

/** {@code normalize_space/2}: text with its white space reduced to single blanks between words. */
final class Spaces {
    private Spaces() {}

    /**
     * {@code normalize_space(Output, Text)}, where Output is {@code atom(A)}, {@code string(S)},
     * {@code codes(Cs)}, ...
     */
    static boolean normalize(Machine m, Term[] a) {
        String text = normal(Text.text(a[1]));
        Term out = Arguments.bound(a[0]);
        if (!(out instanceof Compound c) || c.arity() < 1 || c.arity() > 2) {
            throw Errors.domain("output_sink", out);
        }
        String kind = c.name().name();
        if (c.arity() == 2) {
            if (kind.equals("codes")) {
                return m.unify(c.arg(0), Lists.codes(text, c.arg(1)));
            } else if (kind.equals("chars")) {
                return m.unify(c.arg(0), Lists.chars(text, c.arg(1)));
            }
        } else if (kind.equals("atom")) {
            return m.unify(c.arg(0), Atom.of(text));
        } else if (kind.equals("string")) {
            return m.unify(c.arg(0), Str.of(text));
        } else if (kind.equals("codes")) {
            return m.unify(c.arg(0), Lists.codes(text));
        } else if (kind.equals("chars")) {
            return m.unify(c.arg(0), Lists.chars(text));
        }
        throw Errors.domain("output_sink", out);
    }

    private static String normal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c)) {
                pending = out.length() > 0;
            } else {
                if (pending) {
                    out.append(' ');
                    pending = false;
                }
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }
}
