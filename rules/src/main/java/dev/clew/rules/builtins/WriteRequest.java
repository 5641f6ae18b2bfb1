package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.Portray;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The options of one call of {@code write_term/2} (ISO 8.14.2). */
final class WriteRequest {
    private final Machine m;
    private final ContinuedText sink = new ContinuedText();
    private final WriteOptions options = new WriteOptions();
    private Operators operators;
    private final Term list;
    private String floatFormat = "";

    /** Reads the options. */
    WriteRequest(Machine m, Term list) {
        this.m = m;
        this.list = list;
        this.operators = m.operators();
        Options o = new Options(list, "write_option");
        while (o.next()) {
            read(o);
        }
        if (!floatFormat.isEmpty()) {
            options.portray = formattingFloats(options.portray);
        }
    }

    private void read(Options o) {
        switch (o.name()) {
            case "quoted":
                options.quoted = o.bool();
                break;
            case "ignore_ops":
                options.ignoreOps = o.bool();
                break;
            case "numbervars":
                options.numberVars = o.bool();
                break;
            case "variable_names":
                options.variableNames = names(o);
                break;
            case "dotlists":
                options.dotLists = o.bool();
                break;
            case "no_lists":
                options.noLists = o.bool();
                break;
            case "brace_terms":
                options.braceTerms = o.bool();
                break;
            case "cycles":
                options.cycles = o.bool();
                break;
            case "partial":
                options.partial = o.bool();
                break;
            case "fullstop":
                options.fullStop = o.bool();
                break;
            case "nl":
                options.newLine = o.bool();
                break;
            case "max_depth":
                options.maxDepth = o.integer();
                break;
            case "priority":
                options.priority = o.integer();
                break;
            case "spacing":
                options.spaceArguments = spacing(o);
                break;
            case "portray", "portrayed":
                options.anonymous = o.bool();
                options.portray = o.bool() ? TermText.portray(m, sink) : options.portray;
                break;
            case "portray_goal":
                portrayGoal(o.bound());
                break;
            case "module":
                operators = m.db().module(Atom.of(o.atom())).operators();
                break;
            case "float_format":
                floatFormat = o.atom();
                break;
            case "attributes", "blobs":
                o.atom();
                break;
            case "character_escapes", "character_escapes_unicode", "quote_non_ascii":
                o.bool();
                break;
            default:
                throw o.wrong();
        }
    }

    /** Writes floats by {@code format/2}, and the rest as it would be without. */
    private Portray formattingFloats(@Nullable Portray rest) {
        return (term, o) -> {
            if (!(term.deref() instanceof Flt)) {
                return rest != null && rest.portray(term, o);
            }
            Term text = m.newVar();
            m.once(
                    Struct.of(
                            "format",
                            Struct.of("string", text),
                            Atom.of(floatFormat),
                            Lists.of(term)));
            sink.append(((Str) text.deref()).value());
            return true;
        };
    }

    private static boolean spacing(Options o) {
        String value = o.atom();
        if (!value.equals("standard") && !value.equals("next_argument")) {
            throw o.wrong();
        }
        return value.equals("next_argument");
    }

    private static Map<Var, String> names(Options o) {
        Term end = Lists.end(o.value());
        if (end instanceof Var) {
            throw Errors.instantiation();
        }
        List<Term> items = Lists.itemsOrNull(o.value());
        if (items == null) {
            throw o.wrong();
        }
        Map<Var, String> names = new IdentityHashMap<>();
        for (Term item : items) {
            Term pair = Arguments.bound(item);
            if (!(pair instanceof Compound c) || c.functor() != Functor.EQUALS) {
                throw o.wrong();
            }
            if (!(Arguments.bound(c.arg(0)) instanceof Atom name)) {
                throw o.wrong();
            }
            if (c.arg(1).deref() instanceof Var v) {
                names.putIfAbsent(v, name.name());
            }
        }
        return names;
    }

    /** The goal is called with the term and the options. */
    private void portrayGoal(Term goal) {
        options.portray = TermText.goal(m, sink, (t, o) -> extend(goal, t, list));
    }

    private static Term extend(Term goal, Term... more) {
        Term t = goal.deref();
        if (t instanceof Compound c && c.functor() == Functor.COLON) {
            return Struct.of(Functor.COLON, c.arg(0), extend(c.arg(1), more));
        }
        int n = t instanceof Compound c ? c.arity() : 0;
        Term[] args = new Term[n + more.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = i < n ? ((Compound) t).arg(i) : more[i - n];
        }
        if (!(t instanceof Atom || t instanceof Compound) || t instanceof Cons) {
            throw Errors.type("callable", t);
        }
        return Struct.of(t instanceof Atom a ? a : ((Compound) t).name(), args);
    }

    /** The text of {@code term} under these options, to be written after character {@code last}. */
    String text(Term term, int last) {
        sink.before = last;
        TermWriter.write(sink, operators, options, term);
        return sink.toString();
    }
}
