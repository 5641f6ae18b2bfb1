package dev.clew.rules.builtins;

import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.NonDet;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.streams.Mode;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamPair;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Opening, closing, choosing and positioning streams (ISO 8.11). */
public final class StreamBuiltins {
    private static final Functor POSITION = Functor.of("$stream_position", 4);
    private static final String[] POSITION_PARTS = {
        "char_count", "line_count", "line_position", "byte_count"
    };

    private StreamBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("open", 3, new One(0));
        r.det("open", 4, new One(1));
        r.det("close", 1, new One(2));
        r.det("close", 2, new One(3));
        r.det("current_input", 1, new One(4));
        r.det("current_output", 1, new One(5));
        r.det("set_input", 1, new One(6));
        r.det("set_output", 1, new One(7));
        r.det("flush_output", 0, new One(8));
        r.det("flush_output", 1, new One(9));
        r.det("ttyflush", 0, new One(10));
        r.nondet("stream_property", 2, new Many(0));
        r.det("at_end_of_stream", 0, new One(11));
        r.det("at_end_of_stream", 1, new One(12));
        r.det("set_stream_position", 2, new One(13));
        r.det("seek", 4, new One(14));
        r.det("set_stream", 2, new One(15));
        r.det("is_stream", 1, new One(16));
        r.nondet("current_stream", 3, new Many(1));
        r.nondet("stream_position_data", 3, new Many(2));
        r.det("line_count", 2, new One(17));
        r.det("line_position", 2, new One(18));
        r.det("character_count", 2, new One(19));
        r.det("byte_count", 2, new One(20));
        r.det("copy_stream_data", 2, new One(21));
        r.det("copy_stream_data", 3, new One(22));
        r.det("set_prolog_IO", 3, new One(23));
        r.det("see", 1, new One(24));
        r.det("seen", 0, new One(25));
        r.det("seeing", 1, new One(26));
        r.det("tell", 1, new One(27));
        r.det("append", 1, new One(28));
        r.det("told", 0, new One(29));
        r.det("telling", 1, new One(30));
        r.det("stream_pair", 3, new One(31));
        r.det("read_pending_codes", 3, new One(32));
        r.det("read_pending_chars", 3, new One(33));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return open(m, a[0], a[1], a[2], Atom.NIL);
                case 1:
                    return open(m, a[0], a[1], a[2], a[3]);
                case 2:
                    return close(m, a[0], Atom.NIL);
                case 3:
                    return close(m, a[0], a[1]);
                case 4:
                    return current(m, a[0], StreamArgs.currentInput(m));
                case 5:
                    return current(m, a[0], StreamArgs.currentOutput(m));
                case 6:
                    return setInput(m, a);
                case 7:
                    return setOutput(m, a);
                case 8:
                    return flush(StreamArgs.currentOutput(m));
                case 9:
                    return flush(StreamArgs.output(m, a[0]));
                case 10:
                    return flush(m.db().streams().userOutput());
                case 11:
                    return StreamArgs.currentInput(m).atEnd();
                case 12:
                    return StreamArgs.input(m, a[0]).atEnd();
                case 13:
                    return setStreamPosition(m, a);
                case 14:
                    return seek(m, a);
                case 15:
                    return setStream(m, a);
                case 16:
                    return isStream(m, a);
                case 17:
                    return count(m, a, StreamArgs.open(m, a[0]).line());
                case 18:
                    return count(m, a, StreamArgs.open(m, a[0]).column());
                case 19:
                    return count(m, a, StreamArgs.open(m, a[0]).offset());
                case 20:
                    return count(m, a, StreamArgs.open(m, a[0]).byteCount());
                case 21:
                    return copy(m, a[0], a[1], Long.MAX_VALUE);
                case 22:
                    return copySome(m, a);
                case 23:
                    return setPrologIo(m, a);
                case 24:
                    return see(m, a);
                case 25:
                    return seen(m);
                case 26:
                    return m.unify(a[0], edinburgh(StreamArgs.currentInput(m)));
                case 27:
                    return tell(m, a[0], Mode.WRITE);
                case 28:
                    return tell(m, a[0], Mode.APPEND);
                case 29:
                    return told(m);
                case 30:
                    return m.unify(a[0], edinburgh(StreamArgs.currentOutput(m)));
                case 31:
                    return streamPair(m, a);
                case 32:
                    return readPending(m, a, true);
                default:
                    return readPending(m, a, false);
            }
        }
    }

    private record Many(int code) implements NonDet {
        @Override
        public @Nullable Redo call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return streamProperty(m, a);
                case 1:
                    return currentStream(m, a);
                default:
                    return streamPositionData(m, a);
            }
        }
    }

    // ---- opening and closing

    private static boolean open(Machine m, Term source, Term mode, Term result, Term options) {
        PrologStream s = Opening.open(m, source, mode, result, options);
        return m.unify(result, s.handle());
    }

    private static boolean close(Machine m, Term stream, Term options) {
        if (stream.deref() instanceof Var) {
            throw Errors.instantiation();
        }
        boolean force = false;
        Options o = new Options(options, "close_option");
        while (o.next()) {
            if (!o.name().equals("force")) {
                throw o.wrong();
            }
            force = o.bool();
        }
        if (stream.deref() instanceof Opaque p && p.value() instanceof StreamPair pair) {
            closeIfOpen(m, pair.in(), force);
            closeIfOpen(m, pair.out(), force);
        } else {
            close(m, StreamArgs.open(m, stream), force);
        }
        return true;
    }

    private static void closeIfOpen(Machine m, PrologStream s, boolean force) {
        if (!s.isClosed()) {
            close(m, s, force);
        }
    }

    /** Takes a pair apart, or makes one; a plain stream is the half of one. */
    private static boolean streamPair(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Opaque o && o.value() instanceof StreamPair pair) {
            return unifyOpen(m, a[1], pair.in()) && unifyOpen(m, a[2], pair.out());
        } else if (!(t instanceof Var)) {
            PrologStream s = StreamArgs.open(m, t);
            return m.unify(a[s.isInput() ? 1 : 2], s.handle());
        }
        StreamPair pair = new StreamPair(StreamArgs.input(m, a[1]), StreamArgs.output(m, a[2]));
        return m.unify(t, new Opaque("stream", pair));
    }

    private static boolean unifyOpen(Machine m, Term t, PrologStream s) {
        return s.isClosed() || m.unify(t, s.handle());
    }

    private static boolean readPending(Machine m, Term[] a, boolean asCodes) {
        PrologStream s = StreamArgs.input(m, a[0]);
        int[] found = s.readPending().codePoints().toArray();
        Term list = found.length == 0 ? Atom.NIL : a[2];
        for (int i = found.length - 1; i >= 0; i--) {
            Term item =
                    asCodes ? Int.of(found[i]) : Atom.of(new String(Character.toChars(found[i])));
            list = new Cons(item, list);
        }
        return m.unify(a[1], list) && (found.length > 0 || m.unify(a[2], Atom.NIL));
    }

    private static void close(Machine m, PrologStream s, boolean force) {
        StreamTable streams = m.db().streams();
        if (s == m.input) {
            m.input = streams.userInput();
        }
        if (s == m.output) {
            m.output = streams.userOutput();
        }
        streams.close(s, force);
    }

    // ---- current streams

    private static boolean current(Machine m, Term arg, PrologStream s) {
        Term t = arg.deref();
        if (!(t instanceof Var) && !(t instanceof Opaque o && o.value() instanceof PrologStream)) {
            throw Errors.domain("stream", t);
        }
        if (t instanceof Opaque o && ((PrologStream) o.value()).isClosed()) {
            throw Errors.existence("stream", t);
        }
        return m.unify(t, s.handle());
    }

    private static boolean setInput(Machine m, Term[] a) {
        m.input = StreamArgs.input(m, a[0]);
        return true;
    }

    private static boolean setOutput(Machine m, Term[] a) {
        m.output = StreamArgs.output(m, a[0]);
        return true;
    }

    private static boolean flush(PrologStream s) {
        s.flush();
        return true;
    }

    private static boolean setPrologIo(Machine m, Term[] a) {
        StreamTable streams = m.db().streams();
        PrologStream in = StreamArgs.input(m, a[0]);
        PrologStream out = StreamArgs.output(m, a[1]);
        PrologStream error = a[2].deref() instanceof Var ? out : StreamArgs.output(m, a[2]);
        streams.bind(StreamTable.USER_INPUT, in);
        streams.bind(StreamTable.USER_OUTPUT, out);
        streams.bind(StreamTable.USER_ERROR, error);
        m.input = in;
        m.output = out;
        return true;
    }

    // ---- properties

    private static @Nullable Redo streamProperty(Machine m, Term[] a) {
        Term stream = a[0].deref();
        Term property = a[1].deref();
        if (!(property instanceof Var) && !StreamProperties.isProperty(property)) {
            throw Errors.domain("stream_property", property);
        }
        if (stream instanceof Atom alias
                && (Arguments.strict(m) || m.db().streams().byAlias(alias) == null)) {
            throw Errors.domain("stream", stream);
        }
        if (!(stream instanceof Var)) {
            PrologStream s = streamOrDomainError(m, stream);
            return unifying(m, property, StreamProperties.of(s, property));
        }
        Term pattern = Struct.of(Functor.PAIR, stream, property);
        List<Term> pairs = new ArrayList<>();
        for (PrologStream s : m.db().streams().all()) {
            for (Term p : StreamProperties.of(s, property)) {
                pairs.add(Struct.of(Functor.PAIR, s.handle(), p));
            }
        }
        return unifying(m, pattern, pairs);
    }

    private static PrologStream streamOrDomainError(Machine m, Term t) {
        if (t instanceof Atom || (t instanceof Opaque o && o.value() instanceof PrologStream)) {
            return StreamArgs.open(m, t);
        }
        throw Errors.domain("stream", t);
    }

    /** The candidates that fit; looking beforehand leaves no choice point behind the last one. */
    private static @Nullable Redo unifying(Machine m, Term pattern, List<Term> candidates) {
        List<Term> fitting = new ArrayList<>();
        for (Term candidate : candidates) {
            if (m.unifiable(pattern, candidate)) {
                fitting.add(candidate);
            }
        }
        return fitting.isEmpty() ? null : Redo.unifying(pattern, fitting.iterator());
    }

    private static boolean setStream(Machine m, Term[] a) {
        PrologStream s = StreamArgs.open(m, a[0]);
        Term property = a[1].deref();
        if (property instanceof Var) {
            throw Errors.instantiation();
        }
        StreamProperties.set(m, s, property);
        return true;
    }

    private static boolean isStream(Machine m, Term[] a) {
        Term t = a[0].deref();
        if (t instanceof Atom alias) {
            return m.db().streams().byAlias(alias) != null;
        }
        return t instanceof Opaque o
                && (o.value() instanceof PrologStream s && !s.isClosed()
                        || o.value() instanceof StreamPair p && !p.anyOpen().isClosed());
    }

    private static @Nullable Redo currentStream(Machine m, Term[] a) {
        Term pattern = Struct.of("s", a[0], a[1], a[2]);
        List<Term> all = new ArrayList<>();
        for (PrologStream s : m.db().streams().all()) {
            Term file = s.fileName();
            Atom mode = StreamProperties.mode(s.mode());
            all.add(Struct.of("s", file == null ? Atom.NIL : file, mode, s.handle()));
        }
        return unifying(m, pattern, all);
    }

    // ---- positions

    private static boolean count(Machine m, Term[] a, long value) {
        return m.unify(a[1], Int.of(value));
    }

    private static @Nullable Redo streamPositionData(Machine m, Term[] a) {
        Term field = a[0].deref();
        Compound position = positionTerm(a[1]);
        if (!(field instanceof Var || field instanceof Atom)) {
            throw Errors.type("atom", field);
        }
        List<Term> pairs = new ArrayList<>();
        for (int i = 0; i < POSITION_PARTS.length; i++) {
            Atom name = Atom.of(POSITION_PARTS[i]);
            if (field == name || field instanceof Var) {
                pairs.add(Struct.of(Functor.PAIR, name, position.arg(i)));
            }
        }
        if (pairs.isEmpty()) {
            throw Errors.domain("stream_position_data", field);
        }
        return unifying(m, Struct.of(Functor.PAIR, field, a[2]), pairs);
    }

    private static Compound positionTerm(Term term) {
        Term t = term.deref();
        if (t instanceof Var) {
            throw Errors.instantiation();
        }
        if (!(t instanceof Compound c) || c.functor() != POSITION) {
            throw Errors.domain("stream_position", t);
        }
        for (int i = 0; i < 4; i++) {
            Term part = c.arg(i).deref();
            if (part instanceof Var) {
                throw Errors.instantiation();
            } else if (!(part instanceof Int n) || n.value() < 0) {
                throw Errors.domain("stream_position", t);
            }
        }
        return c;
    }

    private static long part(Compound position, int index) {
        return ((Int) position.arg(index).deref()).value();
    }

    private static boolean setStreamPosition(Machine m, Term[] a) {
        if (a[0].deref() instanceof Var || a[1].deref() instanceof Var) {
            throw Errors.instantiation();
        }
        PrologStream s = StreamArgs.open(m, a[0]);
        Compound p = positionTerm(a[1]);
        checkRepositionable(s, a[0]);
        s.reposition(part(p, 0), (int) part(p, 1), (int) part(p, 2), part(p, 3));
        return true;
    }

    private static void checkRepositionable(PrologStream s, Term culprit) {
        if (!s.isRepositionable()) {
            throw Errors.permission("reposition", "stream", culprit.deref());
        }
    }

    private static boolean seek(Machine m, Term[] a) {
        PrologStream s = StreamArgs.open(m, a[0]);
        Term offset = a[1].deref();
        Term method = a[2].deref();
        if (offset instanceof Var || method instanceof Var) {
            throw Errors.instantiation();
        }
        if (!(offset instanceof Int n)) {
            throw Errors.type("integer", offset);
        }
        checkRepositionable(s, a[0]);
        long to = n.value() + seekBase(s, method);
        if (to < 0) {
            throw Errors.domain("not_less_than_zero", Int.of(to));
        }
        s.seek(to);
        return m.unify(a[3], Int.of(to));
    }

    private static long seekBase(PrologStream s, Term method) {
        if (!(method instanceof Atom a)) {
            throw Errors.type("atom", method);
        }
        switch (a.name()) {
            case "bof":
                return 0;
            case "current":
                return s.byteCount();
            case "eof":
                return s.size();
            default:
                throw Errors.domain("seek_method", method);
        }
    }

    // ---- copying

    private static boolean copySome(Machine m, Term[] a) {
        Term n = a[2].deref();
        if (n instanceof Var) {
            throw Errors.instantiation();
        }
        if (!(n instanceof Int i)) {
            throw Errors.type("integer", n);
        }
        return copy(m, a[0], a[1], i.value());
    }

    private static boolean copy(Machine m, Term from, Term to, long count) {
        PrologStream in = StreamArgs.input(m, from);
        PrologStream out = StreamArgs.output(m, to);
        for (long left = count; left > 0; left--) {
            int c = in.isBinary() ? in.readByte() : in.read();
            if (c < 0) {
                break;
            }
            if (out.isBinary()) {
                out.writeByte(c);
            } else {
                out.put(c);
            }
        }
        return true;
    }

    // ---- the input and output of Edinburgh Prolog: streams known by file names

    private static boolean see(Machine m, Term[] a) {
        PrologStream known = known(m, a[0], true);
        m.input =
                known != null ? known : Opening.open(m, a[0], Atom.of("read"), new Var(), Atom.NIL);
        return true;
    }

    private static boolean tell(Machine m, Term file, Mode mode) {
        PrologStream known = known(m, file, false);
        m.output =
                known != null
                        ? known
                        : Opening.open(m, file, StreamProperties.mode(mode), new Var(), Atom.NIL);
        return true;
    }

    /** The open stream that {@code term} is, names or reads or writes, or null. */
    private static @Nullable PrologStream known(Machine m, Term term, boolean input) {
        Term t = term.deref();
        StreamTable streams = m.db().streams();
        if (t instanceof Var) {
            throw Errors.instantiation();
        }
        if (t == Atom.USER) {
            return input ? streams.userInput() : streams.userOutput();
        }
        if (t instanceof Opaque || (t instanceof Atom alias && streams.byAlias(alias) != null)) {
            return input ? StreamArgs.input(m, t) : StreamArgs.output(m, t);
        }
        String name = Text.atomOrStringOrNull(t);
        for (PrologStream s : streams.all()) {
            Term file = s.fileName();
            if (s.isInput() == input
                    && file != null
                    && name != null
                    && name.equals(Text.atomOrStringOrNull(file))) {
                return s;
            }
        }
        return null;
    }

    private static boolean seen(Machine m) {
        close(m, StreamArgs.currentInput(m), false);
        m.input = m.db().streams().userInput();
        return true;
    }

    private static boolean told(Machine m) {
        close(m, StreamArgs.currentOutput(m), false);
        m.output = m.db().streams().userOutput();
        return true;
    }

    private static Term edinburgh(PrologStream s) {
        return s.isStandard() ? Atom.USER : s.handle();
    }
}
