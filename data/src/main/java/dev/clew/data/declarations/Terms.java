package dev.clew.data.declarations;

import dev.clew.data.FileOptions;
import dev.clew.data.TableOptions;
import dev.clew.data.ValueType;
import dev.clew.data.databases.Connector;
import dev.clew.rules.sources.Place;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the terms of declarations: names, options. */
final class Terms {
    private Terms() {}

    /** The text of an atom or string, or of a path such as {@code data/'customers.csv'}. */
    static String text(Term t) {
        Term x = t.deref();
        if (x instanceof Atom a) {
            return a.name();
        } else if (x instanceof Str s) {
            return s.value();
        } else if (x instanceof Compound c && c.name().name().equals("/") && c.arity() == 2) {
            return text(c.arg(0)) + "/" + text(c.arg(1));
        }
        throw x instanceof Var ? Errors.instantiation() : Errors.type("text", x);
    }

    // ---- Files ----

    static FileOptions csvOptions(Struct source) {
        FileOptions o = FileOptions.csv();
        for (Compound option : options(source, 1)) {
            Term value = option.arg(0).deref();
            o =
                    switch (option.name().name()) {
                        case "header" -> o.withHeader(bool(option));
                        case "separator" -> o.withSeparator(character(option));
                        case "types" -> o.withTypes(types(option));
                        case "text" -> o.withStrings(isStrings(option));
                        case "null" -> o.withNull(atomic(value, option));
                        default -> throw unknown(option);
                    };
        }
        return o;
    }

    static FileOptions jsonLinesOptions(Struct source) {
        FileOptions o = FileOptions.jsonLines();
        for (Compound option : options(source, 1)) {
            Term value = option.arg(0).deref();
            o =
                    switch (option.name().name()) {
                        case "types" -> o.withTypes(types(option));
                        case "text" -> o.withStrings(isStrings(option));
                        case "null" -> o.withNull(atomic(value, option));
                        default -> throw unknown(option);
                    };
        }
        return o;
    }

    private static List<ValueType> types(Compound option) {
        List<Term> items = Lists.itemsOrNull(option.arg(0));
        if (items == null) {
            throw unknown(option);
        }
        List<ValueType> types = new ArrayList<>();
        for (Term item : items) {
            ValueType type = item.deref() instanceof Atom a ? ValueType.of(a.name()) : null;
            if (type == null) {
                throw unknown(option);
            }
            types.add(type);
        }
        return types;
    }

    private static char character(Compound option) {
        Term t = option.arg(0).deref();
        if (t instanceof Int i && i.value() > 0 && i.value() < 0xD800) {
            return (char) i.value();
        }
        String text = t instanceof Atom a ? a.name() : t instanceof Str s ? s.value() : "";
        if (text.length() == 1) {
            return text.charAt(0);
        }
        throw unknown(option);
    }

    // ---- Databases ----

    static Connector connector(Struct source, Place place) {
        String url = text(source.args[0]);
        Map<String, String> properties = new LinkedHashMap<>();
        for (Compound option : options(source, 2)) {
            String name = option.name().name();
            if (name.equals("user") || name.equals("password")) {
                properties.put(name, secret(option.arg(0).deref(), option, place));
            } else if (name.equals("property")) {
                properties.put(text(option.arg(0)), secret(option.arg(1).deref(), option, place));
            }
        }
        return Connector.of(url, properties, place);
    }

    /** A text, or the value of the environment variable that {@code env(Name)} names. */
    private static String secret(Term t, Compound option, Place place) {
        if (!(t instanceof Compound c) || !c.name().name().equals("env") || c.arity() != 1) {
            return t instanceof Int i ? Long.toString(i.value()) : text(t);
        }
        String name = text(c.arg(0));
        String value = place.variable(name);
        if (value == null) {
            throw Errors.of(
                    Struct.of("existence_error", Atom.of("environment_variable"), Atom.of(name)),
                    "needed by the option " + option.name().name());
        }
        return value;
    }

    static TableOptions tableOptions(Struct source) {
        TableOptions o = TableOptions.standard();
        for (Compound option : options(source, 2)) {
            Term value = option.arg(0).deref();
            o =
                    switch (option.name().name()) {
                        case "user", "password", "property" -> o;
                        case "schema" -> o.withSchema(text(value));
                        case "text" -> o.withStrings(isStrings(option));
                        case "null" -> o.withNull(atomic(value, option));
                        case "fetch" -> o.withFetchSize(positive(option));
                        default -> throw unknown(option);
                    };
        }
        return o;
    }

    private static int positive(Compound option) {
        if (option.arg(0).deref() instanceof Int i && i.value() > 0 && i.value() < 1 << 30) {
            return (int) i.value();
        }
        throw unknown(option);
    }

    // ---- Options ----

    private static List<Compound> options(Struct source, int at) {
        List<Compound> found = new ArrayList<>();
        if (source.args.length > at) {
            for (Term item : Lists.items(source.args[at])) {
                Term option = item.deref();
                boolean isProperty =
                        option instanceof Compound p
                                && p.name().name().equals("property")
                                && p.arity() == 2;
                if (!(option instanceof Compound c) || c.arity() != 1 && !isProperty) {
                    throw Errors.domain("source_option", plain(option));
                }
                found.add(c);
            }
        }
        return found;
    }

    private static boolean bool(Compound option) {
        Term t = option.arg(0).deref();
        if (t != Atom.TRUE && t != Atom.FALSE) {
            throw unknown(option);
        }
        return t == Atom.TRUE;
    }

    private static boolean isStrings(Compound option) {
        String word = option.arg(0).deref() instanceof Atom a ? a.name() : "";
        if (!word.equals("string") && !word.equals("atom")) {
            throw unknown(option);
        }
        return word.equals("string");
    }

    private static Term atomic(Term t, Compound option) {
        if (t instanceof Var || t instanceof Compound) {
            throw unknown(option);
        }
        return t;
    }

    private static PrologError unknown(Compound option) {
        return Errors.domain("source_option", plain(option));
    }

    /** An option as it may be shown: without what it says of a password. */
    private static Term plain(Term option) {
        boolean isSecret = option instanceof Compound c && c.name().name().startsWith("pass");
        return isSecret ? Struct.of("password", Atom.of("...")) : option;
    }
}
