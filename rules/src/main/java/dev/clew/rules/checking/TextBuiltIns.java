package dev.clew.rules.checking;

import dev.clew.rules.syntax.NumberText;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The built-in predicates on text, as {@link BuiltIns} needs them. */
final class TextBuiltIns {
    private static final Set<String> NAMES =
            Set.of(
                    "atom_length/2",
                    "string_length/2",
                    "atom_codes/2",
                    "atom_chars/2",
                    "char_code/2",
                    "number_codes/2",
                    "atom_number/2",
                    "number_string/2",
                    "atom_string/2",
                    "string_codes/2",
                    "string_chars/2",
                    "string_to_atom/2",
                    "upcase_atom/2",
                    "downcase_atom/2",
                    "string_upper/2",
                    "string_lower/2",
                    "atom_concat/3",
                    "string_concat/3",
                    "sub_atom/5",
                    "sub_string/5",
                    "atomic_list_concat/2",
                    "atomic_list_concat/3");

    private final Bindings bindings;

    TextBuiltIns(Bindings bindings) {
        this.bindings = bindings;
    }

    static boolean knows(String name) {
        return NAMES.contains(name);
    }

    /** Makes a term of a text. */
    private interface Kind {
        Term of(String text);
    }

    @Nullable List<Term[]> ways(String name, Term[] a) {
        return switch (name) {
            case "atom_length/2", "string_length/2" ->
                    BuiltIns.way(a[1], Int.of(size(needed(a[0]))));
            case "atom_codes/2" -> both(a, Atom::of, Lists::codes);
            case "atom_chars/2" -> both(a, Atom::of, Lists::chars);
            case "string_codes/2" -> both(a, Str::of, Lists::codes);
            case "string_chars/2" -> both(a, Str::of, Lists::chars);
            case "string_to_atom/2" -> both(a, Str::of, Atom::of);
            case "atom_string/2" -> both(a, Atom::of, Str::of);
            case "char_code/2" -> character(a);
            case "number_codes/2" -> number(a, Lists::codes);
            case "number_string/2" -> number(a, Str::of);
            case "atom_number/2" -> atomNumber(a);
            case "upcase_atom/2" -> changed(a, true, Atom::of);
            case "downcase_atom/2" -> changed(a, false, Atom::of);
            case "string_upper/2" -> changed(a, true, Str::of);
            case "string_lower/2" -> changed(a, false, Str::of);
            case "atom_concat/3" -> concatenation(a, Atom::of);
            case "string_concat/3" -> concatenation(a, Str::of);
            case "sub_atom/5" -> part(a, Atom::of);
            case "sub_string/5" -> part(a, Str::of);
            case "atomic_list_concat/2" -> joined(a[0], "", a[1]);
            case "atomic_list_concat/3" -> separated(a);
            default -> null;
        };
    }

    private static int size(String text) {
        return text.codePointCount(0, text.length());
    }

    // ---- Text of terms ----

    /** The text of an atomic term, of codes or of characters; null if it is not known. */
    private @Nullable String text(Term t) {
        if (t == Atom.NIL) {
            return "[]";
        } else if (t instanceof Atom a) {
            return a.name();
        } else if (t instanceof Str s) {
            return s.value();
        } else if (t instanceof Numeric n) {
            return NumberText.of(n);
        }
        List<Term> items = new BuiltIns(bindings, true).items(t);
        if (items == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Term item : items) {
            if (item instanceof Int code && Character.isValidCodePoint((int) code.value())) {
                text.appendCodePoint((int) code.value());
            } else if (item instanceof Atom a && size(a.name()) == 1) {
                text.append(a.name());
            } else {
                return null;
            }
        }
        return text.toString();
    }

    private String needed(Term t) {
        String text = text(t);
        if (text == null) {
            throw new Raised("an argument must be text");
        }
        return text;
    }

    // ---- Predicates ----

    /** The first argument as text of the one kind, the second of the other. */
    private List<Term[]> both(Term[] a, Kind first, Kind second) {
        if (!(a[0] instanceof Var)) {
            String given = a[1] instanceof Var || a[1] == Atom.NIL ? null : text(a[1]);
            return given == null
                    ? BuiltIns.way(a[1], second.of(needed(a[0])))
                    : BuiltIns.when(given.equals(needed(a[0])));
        }
        String text = a[1] == Atom.NIL ? "" : needed(a[1]);
        return BuiltIns.way(a[0], first.of(text));
    }

    private List<Term[]> character(Term[] a) {
        return a[0] instanceof Atom c
                ? BuiltIns.way(a[1], Int.of(c.name().codePointAt(0)))
                : a[1] instanceof Int code && Character.isValidCodePoint((int) code.value())
                        ? BuiltIns.way(a[0], Atom.ofCodePoint((int) code.value()))
                        : raise();
    }

    private static List<Term[]> raise() {
        throw new Raised("its arguments must be known");
    }

    private List<Term[]> number(Term[] a, Kind kind) {
        String text = a[1] instanceof Var ? null : text(a[1]);
        Numeric n = text == null ? null : NumberText.parseOrNull(text.strip());
        if (n != null) {
            return BuiltIns.way(a[0], n);
        }
        return a[0] instanceof Numeric known
                ? BuiltIns.way(a[1], kind.of(NumberText.of(known)))
                : text == null ? raise() : BuiltIns.when(false);
    }

    private List<Term[]> atomNumber(Term[] a) {
        if (a[0] instanceof Var) {
            return a[1] instanceof Numeric n
                    ? BuiltIns.way(a[0], Atom.of(NumberText.of(n)))
                    : raise();
        }
        Numeric n = NumberText.parseOrNull(needed(a[0]));
        return n == null ? BuiltIns.when(false) : BuiltIns.way(a[1], n);
    }

    private List<Term[]> changed(Term[] a, boolean toUpper, Kind kind) {
        String text = needed(a[0]);
        StringBuilder other = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            other.appendCodePoint(toUpper ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return BuiltIns.way(a[1], kind.of(other.toString()));
    }

    private List<Term[]> concatenation(Term[] a, Kind kind) {
        String first = a[0] instanceof Var ? null : needed(a[0]);
        String second = a[1] instanceof Var ? null : needed(a[1]);
        if (first != null && second != null) {
            Term whole = kind.of(first + second);
            return a[2] instanceof Var
                    ? BuiltIns.way(a[2], whole)
                    : BuiltIns.when(needed(a[2]).equals(first + second));
        }
        String whole = needed(a[2]);
        List<Term[]> ways = new ArrayList<>();
        for (int i = 0; i <= whole.length(); i = whole.offsetByCodePoints(i, 1)) {
            String left = whole.substring(0, i);
            String right = whole.substring(i);
            if ((first == null || first.equals(left)) && (second == null || second.equals(right))) {
                ways.add(
                        new Term[] {
                            first == null ? a[0] : Atom.NIL,
                            first == null ? kind.of(left) : Atom.NIL,
                            second == null ? a[1] : Atom.NIL,
                            second == null ? kind.of(right) : Atom.NIL
                        });
            }
            if (i == whole.length()) {
                break;
            }
        }
        return ways;
    }

    /** {@code sub_atom(Text, Before, Length, After, Part)}. */
    private List<Term[]> part(Term[] a, Kind kind) {
        int[] text = needed(a[0]).codePoints().toArray();
        String part = a[4] instanceof Var ? null : needed(a[4]);
        if (text.length > 2000) {
            throw new Undecided("its text is long");
        }
        List<Term[]> ways = new ArrayList<>();
        for (int start = 0; start <= text.length; start++) {
            for (int end = start; end <= text.length; end++) {
                if (fits(a[1], start) && fits(a[2], end - start) && fits(a[3], text.length - end)) {
                    String found = new String(text, start, end - start);
                    if (part == null || part.equals(found)) {
                        ways.add(
                                new Term[] {
                                    a[1],
                                    Int.of(start),
                                    a[2],
                                    Int.of(end - start),
                                    a[3],
                                    Int.of(text.length - end),
                                    part == null ? a[4] : Atom.NIL,
                                    part == null ? kind.of(found) : Atom.NIL
                                });
                    }
                }
            }
        }
        return ways;
    }

    private static boolean fits(Term t, int value) {
        return t instanceof Var || t instanceof Int n && n.value() == value;
    }

    private List<Term[]> joined(Term list, String separator, Term result) {
        List<Term> items = new BuiltIns(bindings, true).items(list);
        StringBuilder text = new StringBuilder();
        for (int i = 0; items != null && i < items.size(); i++) {
            String item = items.get(i) instanceof Var ? null : text(items.get(i));
            if (item == null) {
                return raise();
            }
            text.append(i == 0 ? "" : separator).append(item);
        }
        if (items == null) {
            return raise();
        } else if (result instanceof Str s) {
            return BuiltIns.when(s.value().contentEquals(text));
        }
        return BuiltIns.way(result, Atom.of(text.toString()));
    }

    private static boolean areKnown(List<Term> items) {
        for (Term item : items) {
            if (item instanceof Var) {
                return false;
            }
        }
        return true;
    }

    private List<Term[]> separated(Term[] a) {
        String separator = needed(a[1]);
        List<Term> items = new BuiltIns(bindings, true).items(a[0]);
        if (items != null && areKnown(items)) {
            return joined(a[0], separator, a[2]);
        } else if (separator.isEmpty() || a[2] instanceof Var) {
            return raise();
        }
        List<Term> parts = new ArrayList<>();
        String whole = needed(a[2]);
        int at = 0;
        for (int next = whole.indexOf(separator); next >= 0; ) {
            parts.add(Atom.of(whole.substring(at, next)));
            at = next + separator.length();
            next = whole.indexOf(separator, at);
        }
        parts.add(Atom.of(whole.substring(at)));
        return BuiltIns.way(a[0], Lists.of(parts));
    }
}
