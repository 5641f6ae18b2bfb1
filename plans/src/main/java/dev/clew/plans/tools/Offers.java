package dev.clew.plans.tools;

import dev.clew.plans.tools.catalogue.Kind;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.catalogue.Types;
import dev.clew.plans.tools.catalogue.Types.Slot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What of all that is given, or that a tool returns, can stand where a value is needed, and how
 * well. A type that means something is enough by itself; a type that only says what a value looks
 * like needs the name too, or any text would be any other.
 */
final class Offers {
    /** It does not fit. */
    static final double NONE = -1;

    private static final double OTHER_ROLE = 0.005;

    /** Nearer than this is only what has the name. */
    static final double BY_TYPE_ALONE = 0.01;

    private static final double PER_LEVEL = 0.001;
    private static final double FIRST_OF_LIST = 0.5;

    private final Types types;

    /** A part of something given. */
    record Part(Given given, Slot slot, boolean isTyped) {
        Need.Have need() {
            return new Need.Have(given.name(), slot.path());
        }
    }

    Offers(Types types) {
        this.types = types;
    }

    /** All parts of something given. */
    List<Part> parts(Given given) {
        List<Part> parts = new ArrayList<>();
        Type type = given.type();
        if (type != null) {
            types.slots(type, given.name()).forEach(s -> parts.add(new Part(given, s, true)));
        } else {
            Slot whole = new Slot("", given.shape(), given.name(), "");
            parts.add(new Part(given, whole, false));
            fields(given, whole, given.value(), parts);
        }
        return parts;
    }

    private static void fields(Given given, Slot slot, @Nullable Object value, List<Part> parts) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, v) -> {
                if (v != null) {
                    Type shape = new Type(Kind.of(v).typeName());
                    Slot field =
                            new Slot(
                                    slot.path() + "." + key,
                                    shape,
                                    String.valueOf(key),
                                    slot.name());
                    parts.add(new Part(given, field, false));
                    fields(given, field, v, parts);
                }
            });
        }
    }

    /** How far a part of something given is from what is needed. */
    double distance(Need.Value need, Part part) {
        Slot slot = part.slot();
        // What has no type is told by its name alone.
        double byName = part.isTyped() || !need.name().isEmpty() ? byName(need, slot) : NONE;
        boolean fits =
                part.isTyped()
                        ? types.fits(slot.type(), need.type())
                        : types.kind(slot.type()).fits(types.kind(need.type()));
        if (!fits) {
            return NONE;
        } else if (byName >= 0) {
            return byName + detour(slot);
        }
        return part.isTyped() && !types.isPlain(need.type()) ? BY_TYPE_ALONE + detour(slot) : NONE;
    }

    private static double byName(Need.Value need, Slot slot) {
        String role = need.role();
        if (!role.isEmpty()
                && (Words.areEqual(slot.name(), role)
                        || Words.areEqual(slot.name(), role + need.name())
                        || Words.areEqual(slot.name(), need.name() + role)
                        || Words.areEqual(slot.within(), role) && isNamed(need, slot))) {
            return 0;
        }
        return isNamed(need, slot) ? (role.isEmpty() ? 0 : OTHER_ROLE) : NONE;
    }

    private static boolean isNamed(Need.Value need, Slot slot) {
        return need.name().isEmpty()
                || Words.areEqual(slot.name(), need.name())
                || Words.areEqual(slot.within() + slot.name(), need.name());
    }

    /** How far a part of what a tool returns is from what is needed. */
    double distance(Need.Value need, Slot slot) {
        if (!types.fits(slot.type(), need.type())) {
            return NONE;
        }
        boolean isNamed =
                isNamed(need, slot)
                        || slot.within().isEmpty() && Words.ends(slot.name(), need.name());
        if (isNamed) {
            return detour(slot);
        }
        return types.isPlain(need.type()) ? NONE : BY_TYPE_ALONE + detour(slot);
    }

    private static double detour(Slot slot) {
        double detour = 0;
        for (int i = 0; i < slot.path().length(); i++) {
            char c = slot.path().charAt(i);
            detour += c == '.' ? PER_LEVEL : c == '[' ? FIRST_OF_LIST : 0;
        }
        return detour;
    }
}
