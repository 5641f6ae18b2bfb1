package dev.clew.plans.tools;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.pddl.reading.Nearest;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.CatalogueError;
import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.catalogue.Types;
import dev.clew.plans.tools.catalogue.Types.Slot;
import dev.clew.plans.tools.documents.Documents;

import org.jspecify.annotations.Nullable;

/** Reads what users write of what is given and what is wanted. */
public final class Givens {
    private Givens() {}

    /**
     * Reads {@code [TYPE:]NAME[=VALUE]} or {@code NAME=TYPE}. Without a type it is that of the
     * name, if there is such a type. Without a value it is something of its type that will be
     * there. A value is JSON, or a text where a text is needed or it is not JSON.
     *
     * @throws IllegalArgumentException if it cannot be understood: a sentence, and perhaps a second
     *     line with a hint
     */
    public static Given parse(String text, Catalogue catalogue) {
        int equals = text.indexOf('=');
        String head = (equals < 0 ? text : text.substring(0, equals)).strip();
        int colon = head.indexOf(':');
        String name = head.substring(colon + 1).strip();
        Type type = colon >= 0 ? known(head.substring(0, colon), catalogue.types()) : null;
        if (type == null && isType(name, catalogue.types())) {
            type = Type.parse(name);
        }
        if (equals < 0) {
            return Given.ofType(name, type == null ? known(name, catalogue.types()) : type);
        } else if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "What is given as (" + text + ") needs a name.\nMaybe city=Paris.");
        }
        String written = text.substring(equals + 1);
        if (type == null && isType(written, catalogue.types())) {
            return Given.ofType(name, Type.parse(written));
        }
        boolean isText =
                type == null
                        ? isTextWherever(name, catalogue)
                        : catalogue.types().kind(type) == Kind.STRING;
        Object value = value(written, isText);
        String fault = type == null ? null : catalogue.types().fault(value, type);
        if (fault != null) {
            throw new IllegalArgumentException(
                    "The value (" + written + ") of `" + name + "` is not right: " + fault + ".");
        }
        return new Given(name, type, value);
    }

    private static boolean isType(String name, Types types) {
        try {
            Type type = Type.parse(name);
            return types.has(type) && !types.isPlain(type);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Type known(String name, Types types) {
        return required(Type.parse(name), types);
    }

    /**
     * What is wanted: {@code TYPE[:NAME]}.
     *
     * @throws IllegalArgumentException if it cannot be understood
     */
    public static Want want(String text, Types types) {
        Want want = Want.parse(text);
        required(want.type(), types);
        return want;
    }

    private static Type required(Type type, Types types) {
        if (!types.has(type)) {
            String near = Nearest.hint(type.name(), types.definitions().keySet());
            throw new IllegalArgumentException(
                    "There is no type ("
                            + type
                            + ") in the catalogue.\n"
                            + (near == null ? "Maybe see `clew tools list CATALOGUE`." : near));
        }
        return type;
    }

    /** Whether all that is called so in the catalogue is a text. */
    private static boolean isTextWherever(String name, Catalogue catalogue) {
        boolean isMet = false;
        for (Tool tool : catalogue.tools()) {
            for (Parameter p : tool.parameters()) {
                for (Slot slot : catalogue.types().slots(p.type(), p.name())) {
                    if (Words.areEqual(slot.name(), name)) {
                        isMet = true;
                        if (catalogue.types().kind(slot.type()) != Kind.STRING) {
                            return false;
                        }
                    }
                }
            }
        }
        return isMet;
    }

    private static Object value(String text, boolean isText) {
        if (!isText || text.startsWith("\"")) {
            try {
                @Nullable Object value = Documents.value(new Source("value", text));
                return value == null ? text : value;
            } catch (CatalogueError e) {
                return text;
            }
        }
        return text;
    }
}
