package dev.clew.rules.builtins;

import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayList;
import java.util.List;

/** Reading and writing of terms (ISO 8.14), from and to streams and texts. */
public final class ReadWriteBuiltins {
    private ReadWriteBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("read", 1, new One(0));
        r.det("read", 2, new One(1));
        r.det("read_term", 2, new One(2));
        r.det("read_term", 3, new One(3));
        r.det("write", 1, new One(4));
        r.det("write", 2, new One(5));
        r.det("writeln", 1, new One(6));
        r.det("writeln", 2, new One(7));
        r.det("writeq", 1, new One(8));
        r.det("writeq", 2, new One(9));
        r.det("print", 1, new One(10));
        r.det("print", 2, new One(11));
        r.det("write_canonical", 1, new One(12));
        r.det("write_canonical", 2, new One(13));
        r.det("write_term", 2, new One(14));
        r.det("write_term", 3, new One(15));
        r.det("write_length", 3, new One(16));
        r.det("term_to_atom", 2, new One(17));
        r.det("term_string", 2, new One(18));
        r.det("term_string", 3, new One(19));
        r.det("atom_to_term", 3, new One(20));
        r.det("read_term_from_atom", 3, new One(21));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return read(m, StreamArgs.textInput(m), a[0], Atom.NIL);
                case 1:
                    return read(m, StreamArgs.textInput(m, a[0]), a[1], Atom.NIL);
                case 2:
                    return readTerm(m, a);
                case 3:
                    return readTermFrom(m, a);
                case 4:
                    return put(StreamArgs.textOutput(m), TermText.write(m, a[0]));
                case 5:
                    return put(to(m, a), TermText.write(m, a[1]));
                case 6:
                    return writeln(m, StreamArgs.textOutput(m), a[0]);
                case 7:
                    return writeln(m, to(m, a), a[1]);
                case 8:
                    return put(StreamArgs.textOutput(m), TermText.writeq(m, a[0]));
                case 9:
                    return put(to(m, a), TermText.writeq(m, a[1]));
                case 10:
                    return put(StreamArgs.textOutput(m), TermText.print(m, a[0]));
                case 11:
                    return put(to(m, a), TermText.print(m, a[1]));
                case 12:
                    return put(StreamArgs.textOutput(m), TermText.canonical(m, a[0]));
                case 13:
                    return put(to(m, a), TermText.canonical(m, a[1]));
                case 14:
                    return writeTerm(m, a);
                case 15:
                    return writeTermTo(m, a);
                case 16:
                    return writeLength(m, a);
                case 17:
                    return termToAtom(m, a);
                case 18:
                    return termString(m, a[0], a[1], Atom.NIL);
                case 19:
                    return termString(m, a[0], a[1], a[2]);
                case 20:
                    return atomToTerm(m, a);
                default:
                    return readTermFromAtom(m, a);
            }
        }
    }

    // ---- reading

    private static boolean read(Machine m, PrologStream s, Term term, Term options) {
        return new Reading(m, options).read(s, term);
    }

    private static boolean readTerm(Machine m, Term[] a) {
        Reading reading = new Reading(m, a[1]);
        return reading.read(StreamArgs.textInput(m), a[0]);
    }

    private static boolean readTermFrom(Machine m, Term[] a) {
        Arguments.bound(a[0]);
        Reading reading = new Reading(m, a[2]);
        return reading.read(StreamArgs.textInput(m, a[0]), a[1]);
    }

    // ---- writing

    private static PrologStream to(Machine m, Term[] a) {
        return StreamArgs.textOutput(m, a[0]);
    }

    private static boolean put(PrologStream s, String text) {
        s.write(text);
        return true;
    }

    private static boolean writeln(Machine m, PrologStream s, Term term) {
        return put(s, TermText.write(m, term).concat("\n"));
    }

    private static boolean writeTerm(Machine m, Term[] a) {
        WriteRequest request = new WriteRequest(m, a[1]);
        PrologStream s = StreamArgs.textOutput(m);
        return put(s, request.text(a[0], s.lastWritten()));
    }

    private static boolean writeTermTo(Machine m, Term[] a) {
        Arguments.bound(a[0]);
        WriteRequest request = new WriteRequest(m, a[2]);
        PrologStream s = to(m, a);
        return put(s, request.text(a[1], s.lastWritten()));
    }

    /** The number of characters; fails if they are more than the option max_length allows. */
    private static boolean writeLength(Machine m, Term[] a) {
        List<Term> others = new ArrayList<>();
        long limit = Long.MAX_VALUE;
        Options o = new Options(a[2], "write_option");
        while (o.next()) {
            if (o.name().equals("max_length")) {
                limit = o.integer();
            } else {
                others.add(o.option());
            }
        }
        String text = new WriteRequest(m, Lists.of(others)).text(a[0], -1);
        int length = text.codePointCount(0, text.length());
        return length <= limit && m.unify(a[1], Int.of(length));
    }

    // ---- texts

    private static boolean termToAtom(Machine m, Term[] a) {
        if (!(a[1].deref() instanceof Var)) {
            return new Reading(m, Atom.NIL).parse(Reading.text(a[1]), a[0]);
        }
        return m.unify(a[1], Atom.of(quoted(m, a[0])));
    }

    private static String quoted(Machine m, Term term) {
        WriteOptions options = new WriteOptions();
        options.quoted = true;
        return TermText.of(m, term, options);
    }

    private static boolean termString(Machine m, Term term, Term text, Term options) {
        if (!(text.deref() instanceof Var)) {
            return new Reading(m, options).parse(Reading.text(text), term);
        }
        Term given = options.deref();
        return m.unify(text, Str.of(given == Atom.NIL ? quoted(m, term) : written(m, term, given)));
    }

    /** The text of a term, quoted unless the options say otherwise. */
    private static String written(Machine m, Term term, Term options) {
        Term quoted = Struct.of("quoted", Atom.TRUE);
        return new WriteRequest(m, new Cons(quoted, options)).text(term, -1);
    }

    private static boolean atomToTerm(Machine m, Term[] a) {
        String text = Reading.text(a[0]);
        ReadResult r = new Reading(m, Atom.NIL).parse(text);
        return r != null
                && m.unify(a[1], r.term())
                && m.unify(a[2], Reading.names(r.namedVariables()));
    }

    private static boolean readTermFromAtom(Machine m, Term[] a) {
        return new Reading(m, a[2]).parse(Reading.text(a[0]), a[1]);
    }
}
