package dev.clew.rules.json;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayDeque;
import java.util.Map;

/** Writes terms as JSON, of any depth: what is still to be written lies on a stack of its own. */
public final class TermJson {
    /** The largest integer that every JSON reader keeps exactly. */
    private static final long SAFE = (1L << 53) - 1;

    private static final Object CLOSE_COMPOUND = new Object();

    private final Json out;
    private final Map<Var, String> names;
    private final ArrayDeque<Object> agenda = new ArrayDeque<>();

    /** The rest of a list behind an element. */
    private record Rest(Term tail) {}

    private record Close(String what) {}

    private TermJson(Json out, Map<Var, String> names) {
        this.out = out;
        this.names = names;
    }

    /** Writes a term, which must not be cyclic. */
    public static void write(Json out, Term term, Map<Var, String> names) {
        TermJson writer = new TermJson(out, names);
        writer.agenda.push(term);
        while (!writer.agenda.isEmpty()) {
            writer.step(writer.agenda.pop());
        }
    }

    private void step(Object work) {
        if (work == CLOSE_COMPOUND) {
            out.closeArray().close().close();
        } else if (work instanceof Close) {
            out.close();
        } else if (work instanceof Rest r) {
            rest(r.tail.deref());
        } else {
            term(((Term) work).deref());
        }
    }

    private void term(Term t) {
        if (t instanceof Cons c) {
            out.open().key("list").openArray();
            agenda.push(new Rest(c.tail));
            agenda.push(c.head);
        } else if (t instanceof Compound c) {
            out.open()
                    .key("compound")
                    .open()
                    .key("name")
                    .text(c.name().name())
                    .key("args")
                    .openArray();
            agenda.push(CLOSE_COMPOUND);
            for (int i = c.arity() - 1; i >= 0; i--) {
                agenda.push(c.arg(i));
            }
        } else if (t == Atom.NIL) {
            out.open().key("list").openArray().closeArray().close();
        } else {
            out.open();
            atomic(t);
            out.close();
        }
    }

    private void rest(Term t) {
        if (t instanceof Cons c) {
            agenda.push(new Rest(c.tail));
            agenda.push(c.head);
            return;
        }
        out.closeArray();
        if (t == Atom.NIL) {
            out.close();
        } else {
            out.key("tail");
            agenda.push(new Close("list"));
            agenda.push(t);
        }
    }

    private void atomic(Term t) {
        if (t instanceof Atom a) {
            out.key("atom").text(a.name());
        } else if (t instanceof Int i) {
            integer(i.value());
        } else if (t instanceof BigInt b) {
            out.key("integer").text(b.value().toString());
        } else if (t instanceof Flt f) {
            real(f.value());
        } else if (t instanceof Str s) {
            out.key("string").text(s.value());
        } else if (t instanceof Var v) {
            out.key("var").text(names.getOrDefault(v, "_"));
        } else if (t instanceof Opaque o) {
            out.key("handle").text(o.text());
        }
    }

    private void integer(long n) {
        out.key("integer");
        if (n >= -SAFE && n <= SAFE) {
            out.number(n);
        } else {
            out.text(Long.toString(n));
        }
    }

    private void real(double d) {
        out.key("float");
        if (Double.isFinite(d)) {
            out.raw(Double.toString(d));
        } else {
            out.text(Double.isNaN(d) ? "nan" : d > 0 ? "inf" : "-inf");
        }
    }
}
