package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

/** Short ways to read and write terms in tests. */
final class Texts {
    static final Operators OPERATORS = Operators.standard();

    private Texts() {}

    static TermReader reader(String text) {
        return new TermReader(new StringSource(text), OPERATORS, ReadFlags.standard());
    }

    static ReadResult result(String clause) {
        return reader(clause).read();
    }

    static Term read(String text) {
        return result(text + " .").term();
    }

    static String writeq(Term term) {
        return TermWriter.toText(OPERATORS, WriteOptions.writeq(), term);
    }

    /** What {@code writeq/1} writes for a term that is given as text. */
    static String writeq(String text) {
        return writeq(read(text));
    }

    /** The structure of a term in a notation that has nothing to do with Prolog's. */
    static String shape(Term term) {
        StringBuilder b = new StringBuilder();
        shape(term.deref(), b);
        return b.toString();
    }

    /** The structure of the term that is given as text. */
    static String shape(String text) {
        return shape(read(text));
    }

    private static void shape(Term t, StringBuilder b) {
        if (t instanceof Atom a) {
            b.append(a.name());
        } else if (t instanceof Numeric n) {
            b.append('#').append(NumberText.of(n));
        } else if (t instanceof Str s) {
            b.append('"').append(s.value()).append('"');
        } else if (t instanceof Var) {
            b.append('_');
        } else if (t instanceof Compound c) {
            b.append('<').append(c.name().name());
            for (int i = 0; i < c.arity(); i++) {
                b.append(' ');
                shape(c.arg(i).deref(), b);
            }
            b.append('>');
        }
    }
}
