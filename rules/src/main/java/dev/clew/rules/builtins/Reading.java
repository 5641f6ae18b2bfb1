package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.syntax.Comment;
import dev.clew.rules.syntax.FreshVariables;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.syntax.TextKind;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** One call of {@code read_term/2} (ISO 8.14.1): its options, and what they ask for. */
final class Reading {
    private static final Atom DOUBLE_QUOTES = Atom.of("double_quotes");
    private static final Atom BACK_QUOTES = Atom.of("back_quotes");

    private final Machine m;
    private ReadFlags flags;
    private Operators operators;
    private @Nullable Term variables;
    private @Nullable Term variableNames;
    private @Nullable Term singletons;
    private @Nullable Term termPosition;
    private @Nullable Term subtermPositions;
    private @Nullable Term comments;
    private String onError = "error";

    /** Reads the options. */
    Reading(Machine m, Term options) {
        this.m = m;
        this.flags = flags(m);
        this.operators = m.operators();
        if (options != Atom.NIL) {
            readOptions(new Options(options, "read_option"));
        }
    }

    /** How terms are read under the flags in force. */
    static ReadFlags flags(Machine m) {
        TextKind doubles = kind(m.db().flag(DOUBLE_QUOTES), TextKind.STRING);
        TextKind backs = kind(m.db().flag(BACK_QUOTES), TextKind.CODES);
        return ReadFlags.standard()
                .withQuotes(doubles, backs)
                .withVariables(new Fresh(m))
                .withConversion(m.db().charConversion());
    }

    private record Fresh(Machine m) implements FreshVariables {
        @Override
        public Var fresh() {
            return m.newVar();
        }
    }

    private static TextKind kind(@Nullable Term value, TextKind otherwise) {
        TextKind kind = value instanceof Atom a ? TextKind.of(a) : null;
        return kind == null ? otherwise : kind;
    }

    private void readOptions(Options o) {
        while (o.next()) {
            switch (o.name()) {
                case "variables":
                    variables = o.value();
                    break;
                case "variable_names":
                    variableNames = o.value();
                    break;
                case "singletons":
                    singletons = o.value();
                    break;
                case "term_position":
                    termPosition = o.value();
                    break;
                case "subterm_positions":
                    subtermPositions = o.value();
                    break;
                case "comments":
                    comments = o.value();
                    break;
                case "syntax_errors":
                    onError = onError(o);
                    break;
                case "double_quotes":
                    flags = flags.withQuotes(kind(o), flags.backQuotes());
                    break;
                case "back_quotes":
                    backQuotes(o);
                    break;
                case "backquoted_string":
                    if (o.bool()) {
                        flags = flags.withQuotes(flags.doubleQuotes(), TextKind.STRING);
                    }
                    break;
                case "module":
                    operators = m.db().module(Atom.of(o.atom())).operators();
                    break;
                case "cycles", "dotlists", "var_prefix", "process_comment":
                    o.bool();
                    break;
                case "quasi_quotations":
                    break;
                default:
                    throw o.wrong();
            }
        }
        flags = flags.withLayout(subtermPositions != null, comments != null);
    }

    private static String onError(Options o) {
        String value = o.atom();
        switch (value) {
            case "error", "fail", "quiet", "dec10":
                return value;
            default:
                throw o.wrong();
        }
    }

    private static TextKind kind(Options o) {
        TextKind kind = TextKind.of(Atom.of(o.atom()));
        if (kind == null) {
            throw o.wrong();
        }
        return kind;
    }

    private void backQuotes(Options o) {
        if (!o.atom().equals("symbol_char")) {
            flags = flags.withQuotes(flags.doubleQuotes(), kind(o));
        }
    }

    // ---- streams

    /** Reads from a stream and unifies; false if that fails or a syntax error is to be failure. */
    boolean read(PrologStream s, Term term) {
        while (true) {
            ReadResult result;
            TermSource source;
            synchronized (s) {
                source = new TermSource(s, termPosition != null);
                if (s.isPast()) {
                    // Raises the permission error of a stream that must not be read past its end.
                    s.peek();
                }
                try {
                    result = new TermReader(source, operators, flags).read();
                } catch (SyntaxError e) {
                    if (report(error(e, place(s, e)))) {
                        continue;
                    }
                    return false;
                }
                if (result.term() == Atom.END_OF_FILE && source.peek() < 0) {
                    source.passEnd();
                }
            }
            return deliver(result, source, term);
        }
    }

    private static Term place(PrologStream s, SyntaxError e) {
        return Struct.of(
                "stream", s.handle(), Int.of(e.line()), Int.of(e.column()), Int.of(e.offset()));
    }

    private static PrologError error(SyntaxError e, Term place) {
        return new PrologError(Struct.of("error", e.formal(), place));
    }

    /** Deals with a syntax error as the options ask; true if reading is to go on. */
    private boolean report(PrologError e) {
        if (onError.equals("error")) {
            throw e;
        }
        if (!onError.equals("quiet")) {
            m.once(Struct.of("print_message", Atom.of("error"), e.term()));
        }
        return onError.equals("dec10");
    }

    // ---- texts

    /** Reads the term that a text holds; {@code end_of_file} if it is blank. */
    boolean parse(String text, Term term) {
        ReadResult result = parse(text);
        return result != null && deliver(result, null, term);
    }

    /** The term that a text holds, or null for a syntax error that is to be failure. */
    @Nullable ReadResult parse(String text) {
        String full = text.isBlank() ? "" : text + "\n.";
        try {
            return new TermReader(new StringSource(full), operators, flags).read();
        } catch (SyntaxError e) {
            Term place = Struct.of("string", Str.of(text + " . "), Int.of(e.offset()));
            report(error(e, place));
            return null;
        }
    }

    // ---- answers

    private boolean deliver(ReadResult r, @Nullable TermSource source, Term term) {
        if (singletons != null && singletons.deref() == Atom.of("warning")) {
            warn(r);
            singletons = null;
        }
        return m.unify(term, r.term())
                && unify(variables, variables == null ? null : Lists.of(variables(r)))
                && unify(variableNames, variableNames == null ? null : names(r.namedVariables()))
                && unify(singletons, singletons == null ? null : names(r.singletons()))
                && unify(termPosition, termPosition == null ? null : position(r, source))
                && unify(subtermPositions, r.positions())
                && unify(comments, comments == null ? null : comments(r));
    }

    private boolean unify(@Nullable Term option, @Nullable Term value) {
        return option == null || value == null || m.unify(option, value);
    }

    private static List<Term> variables(ReadResult r) {
        List<Term> all = new ArrayList<>();
        for (ReadVariable v : r.variables()) {
            all.add(v.variable());
        }
        return all;
    }

    /** The list of {@code Name = Variable}. */
    static Term names(List<ReadVariable> variables) {
        List<Term> all = new ArrayList<>();
        for (ReadVariable v : variables) {
            all.add(Struct.of(Functor.EQUALS, Atom.of(v.name()), v.variable()));
        }
        return Lists.of(all);
    }

    private static Term position(ReadResult r, @Nullable TermSource source) {
        return position(r.start(), r.line(), r.column(), source);
    }

    private static Term position(long offset, int line, int column, @Nullable TermSource source) {
        long bytes = source == null ? offset : source.byteAt(offset);
        return Struct.of(
                "$stream_position", Int.of(offset), Int.of(line), Int.of(column), Int.of(bytes));
    }

    private static Term comments(ReadResult r) {
        List<Term> all = new ArrayList<>();
        for (Comment c : r.comments()) {
            Term at = position(c.offset(), c.line(), c.column(), null);
            all.add(Struct.of(Functor.PAIR, at, Str.of(c.text())));
        }
        return Lists.of(all);
    }

    private void warn(ReadResult r) {
        List<Term> names = new ArrayList<>();
        for (ReadVariable v : r.suspiciousSingletons()) {
            names.add(Atom.of(v.name()));
        }
        if (!names.isEmpty()) {
            Term message = Struct.of("singletons", r.term(), Lists.of(names));
            m.once(Struct.of("print_message", Atom.of("warning"), message));
        }
    }

    /** Checks that a text argument is bound, and returns its text. */
    static String text(Term t) {
        String text = Text.textOrEmptyListOrNull(Arguments.bound(t));
        if (text == null) {
            throw Errors.type("text", t.deref());
        }
        return text;
    }
}
