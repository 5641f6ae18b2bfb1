package dev.clew.cli.loop;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Documentation;
import dev.clew.rules.machine.Documentation.Entry;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What predicates do, as the reference page has it. */
final class Manual {
    private static final Functor HELP = Functor.of("help", 1);
    private static final Functor APROPOS = Functor.of("apropos", 1);

    private final Database db;

    Manual(Database db) {
        this.db = db;
    }

    /**
     * The page that a goal {@code help}, {@code help(What)} or {@code apropos(Part)} asks for; null
     * for other goals.
     */
    @Nullable String answer(Term goal) {
        if (goal == Atom.of("help") && isFree(Functor.of("help", 0))) {
            return Loop.usage().text();
        } else if (goal instanceof Struct s && s.functor() == HELP && isFree(HELP)) {
            return page(s.args[0].deref());
        } else if (goal instanceof Struct s && s.functor() == APROPOS && isFree(APROPOS)) {
            return s.args[0].deref() instanceof Atom a ? apropos(a.name()) : null;
        }
        return null;
    }

    /** Whether nobody has defined a predicate of this name. */
    boolean isFree(Functor f) {
        return db.user().visible(f) == null && db.library().home(f) == null;
    }

    private Documentation documentation() {
        return new Documentation(db.library());
    }

    private @Nullable String page(Term what) {
        if (what instanceof Atom a) {
            return orNothing(a.name(), documentation().find(a.name()));
        } else if (what instanceof Struct s
                && s.functor() == Functor.SLASH
                && s.args[0].deref() instanceof Atom a
                && s.args[1].deref() instanceof Int arity) {
            return orNothing(
                    a.name() + "/" + arity.value(),
                    documentation().find(a.name(), (int) arity.value()));
        }
        return null;
    }

    private String orNothing(String what, List<Entry> found) {
        if (found.isEmpty()) {
            List<String> near = new ArrayList<>();
            String name = what.indexOf('/') > 0 ? what.substring(0, what.lastIndexOf('/')) : what;
            for (Functor f : db.nearest(db.user(), Functor.of(name, 0))) {
                near.add(f.name().name() + "/" + f.arity());
            }
            String hint =
                    near.isEmpty()
                            ? "Maybe apropos(" + name + ")."
                            : "Maybe " + String.join(" or ", near) + "?";
            return "There is no help on " + what + ".\n" + hint + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (Entry e : found) {
            text.append(text.isEmpty() ? "" : "\n").append(e.page());
        }
        return text.toString();
    }

    private String apropos(String part) {
        StringBuilder text = new StringBuilder();
        for (Entry e : documentation().entries()) {
            if (e.head().contains(part) || e.text().contains(part)) {
                text.append(e.page(), 0, e.page().indexOf('\n') + 1);
            }
        }
        return text.isEmpty() ? "No predicate has to do with " + part + ".\n" : text.toString();
    }
}
