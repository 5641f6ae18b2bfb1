package dev.clew.rules;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.syntax.TextKind;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A goal or clause of the host, ready to be used by one machine.
 *
 * @param term the term with its parameters filled in; it shares no variables with terms of the host
 * @param names the names of its variables, in the order of the text, without those that start with
 *     {@code _}
 * @param variables the variables
 */
record Goal(Term term, List<String> names, List<Var> variables) {
    /** A goal given as a term: its variables have no names. */
    static Goal of(Machine m, Term term) {
        return new Goal(m.copyPlain(term), List.of(), List.of());
    }

    /** What its variables are called. */
    Map<Var, String> variableNames() {
        Map<Var, String> byVariable = new IdentityHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byVariable.put(variables.get(i), names.get(i));
        }
        return byVariable;
    }

    /** Reads a goal and fills in its parameters. */
    static Goal read(Machine m, String text, Object[] params) {
        Placeholders marked = Placeholders.in(text);
        ReadResult read = parse(m, text, marked.text());
        bind(m, text, marked.places(), read.variables(), params);
        List<String> names = new ArrayList<>();
        List<Var> variables = new ArrayList<>();
        for (ReadVariable v : read.variables()) {
            if (!v.name().startsWith("_")) {
                names.add(v.name());
                variables.add(v.variable());
            }
        }
        return new Goal(read.term(), names, variables);
    }

    // ---- Text ----

    private static ReadResult parse(Machine m, String given, String marked) {
        if (marked.isBlank()) {
            throw unreadable(given, Atom.of("end_of_file"), "There is no goal in it.", 0);
        }
        ReadFlags flags =
                ReadFlags.standard()
                        .withVariables(m::newVar)
                        .withQuotes(
                                kind(m, "double_quotes", TextKind.STRING),
                                kind(m, "back_quotes", TextKind.CODES))
                        .withConversion(m.db().charConversion());
        String text = hasFullStop(marked) ? marked : marked + "\n.";
        TermReader reader = new TermReader(new StringSource(text), m.operators(), flags);
        try {
            ReadResult result = reader.read();
            ReadResult next = reader.read();
            if (next.term() != Atom.END_OF_FILE) {
                String sentence = "One goal is wanted, but a second one follows the full stop.";
                throw unreadable(given, Atom.of("end_of_file_expected"), sentence, next.start());
            }
            return result;
        } catch (SyntaxError e) {
            throw unreadable(given, e.id(), e.sentence(), e.offset());
        }
    }

    private static TextKind kind(Machine m, String flag, TextKind otherwise) {
        TextKind kind = m.db().flag(Atom.of(flag)) instanceof Atom a ? TextKind.of(a) : null;
        return kind == null ? otherwise : kind;
    }

    private static boolean hasFullStop(String text) {
        String t = text.stripTrailing();
        int n = t.length();
        return n > 1 && t.charAt(n - 1) == '.' && "+-*/\\^<>=~:.?@#&$".indexOf(t.charAt(n - 2)) < 0;
    }

    private static RuleException unreadable(String text, Term id, String sentence, long offset) {
        Term place = Struct.of("string", Atom.of(text), Int.of(offset));
        Term error = Struct.of("error", Struct.of("syntax_error", id), place);
        int column = (int) Math.min(offset, text.codePointCount(0, text.length()));
        String message =
                "The text ("
                        + text
                        + ") cannot be read at character "
                        + (column + 1)
                        + ": "
                        + sentence;
        return new RuleException(message, error, null, null, null);
    }

    // ---- Parameters ----

    private static void bind(
            Machine m,
            String text,
            List<Placeholders.Place> places,
            List<ReadVariable> variables,
            Object[] params) {
        boolean named = places.stream().anyMatch(p -> p.name() != null);
        if (named && places.stream().anyMatch(p -> p.name() == null)) {
            throw new IllegalArgumentException(
                    "The text (" + text + ") has both kinds of parameters.\nMaybe use only one.");
        }
        @Nullable Object[] values =
                named ? named(text, places, params) : counted(text, places, params);
        Term[] terms = new Term[values.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = Mapping.term(values[i]);
        }
        fill(m, places, variables, terms);
    }

    private static @Nullable Object[] counted(
            String text, List<Placeholders.Place> places, Object[] params) {
        if (params.length != places.size()) {
            throw new IllegalArgumentException(
                    "The text ("
                            + text
                            + ") has "
                            + places.size()
                            + " parameters (?), but "
                            + params.length
                            + " values were given.");
        }
        return params;
    }

    private static @Nullable Object[] named(
            String text, List<Placeholders.Place> places, Object[] params) {
        if (params.length != 1 || !(params[0] instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(
                    "The text ("
                            + text
                            + ") has named parameters, so one Map of values is wanted.\nMaybe pass"
                            + " Map.of(\""
                            + places.get(0).name()
                            + "\", ...).");
        }
        Set<Object> unused = new HashSet<>(map.keySet());
        @Nullable Object[] values = new Object[places.size()];
        for (int i = 0; i < values.length; i++) {
            String name = String.valueOf(places.get(i).name());
            unused.remove(name);
            if (!map.containsKey(name)) {
                throw new IllegalArgumentException(
                        "The parameter (:" + name + ") of (" + text + ") has no value.");
            }
            values[i] = map.get(name);
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(
                    "The text (" + text + ") has no parameters named " + sorted(unused) + ".");
        }
        return values;
    }

    private static Set<String> sorted(Set<Object> names) {
        Set<String> sorted = new TreeSet<>();
        names.forEach(name -> sorted.add(String.valueOf(name)));
        return sorted;
    }

    /**
     * Gives the variables that stand for parameters their values, copied as one term to keep shared
     * variables shared.
     */
    private static void fill(
            Machine m,
            List<Placeholders.Place> places,
            List<ReadVariable> variables,
            Term[] terms) {
        if (terms.length == 0) {
            return;
        }
        Struct copies = (Struct) m.copyPlain(Struct.of("v", terms));
        for (ReadVariable v : variables) {
            for (int i = 0; i < terms.length; i++) {
                if (v.isAnonymous() && places.get(i).offset() == v.offset()) {
                    m.unify(v.variable(), copies.args[i]);
                }
            }
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(names.toArray()) + " " + Words.brief(term);
    }
}
