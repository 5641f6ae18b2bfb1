package dev.clew.cli.tell;

import dev.clew.cli.answers.Query;
import dev.clew.cli.programs.Nearest;
import dev.clew.cli.programs.Session;
import dev.clew.plans.stories.Action;
import dev.clew.plans.stories.Condition;
import dev.clew.plans.stories.Demands;
import dev.clew.plans.stories.Fact;
import dev.clew.plans.stories.World;
import dev.clew.plans.stories.WorldError;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Struct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the text of a world: Prolog facts, of which nothing is run. */
final class WorldFile {
    private static final List<String> KINDS =
            List.of("title/1", "character/2", "name/2", "opening/1", "action/5");

    private final Session session;
    private String title = "";
    private final List<String> characters = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<Fact> opening = new LinkedHashSet<>();
    private final List<Action> actions = new ArrayList<>();

    WorldFile(Session session) {
        this.session = session;
    }

    /** The world that a text describes. */
    World read(String text) {
        StringSource source = new StringSource(text);
        ReadFlags flags = Query.flags(session.machine()).withLayout(true, false);
        while (true) {
            ReadResult r = new TermReader(source, session.db().user().operators(), flags).read();
            if (r.term() == Atom.END_OF_FILE) {
                return world();
            }
            take(new Terms(r));
        }
    }

    private void take(Terms said) {
        String kind = said.kind();
        if (!(said.term() instanceof Struct s) || !KINDS.contains(kind)) {
            String near = Nearest.of(kind, KINDS);
            throw new WorldError(
                    said.place(),
                    "A world does not consist of " + kind + ".",
                    "Maybe " + (near == null ? String.join(", ", KINDS) : near) + ".");
        }
        switch (s.name().name()) {
            case "title" -> title = said.argument(0).text();
            case "character" -> character(said);
            case "name" -> names.put(said.argument(0).name(), said.argument(1).text());
            case "opening" -> said.argument(0).list().forEach(f -> opening.add(opened(f)));
            default -> actions.add(action(said));
        }
    }

    private void character(Terms said) {
        String name = said.argument(0).name();
        characters.add(name);
        names.put(name, said.argument(1).text());
        opening.add(Fact.of("character", Fact.of(name)));
    }

    private static Fact opened(Terms said) {
        Condition c = said.condition();
        if (!c.holds() || !c.fact().isGround()) {
            throw new WorldError(
                    said.place(),
                    "The opening says what holds, without variables; (" + c + ") is not such.",
                    c.holds() ? null : "Maybe omit it: what it does not say does not hold.");
        }
        return c.fact();
    }

    private Action action(Terms said) {
        Fact head = said.argument(0).fact();
        for (Action other : actions) {
            if (other.head().name().equals(head.name())
                    && other.head().arguments().size() == head.arguments().size()) {
                throw new WorldError(
                        said.place(),
                        "There are two actions "
                                + head.name()
                                + "/"
                                + head.arguments().size()
                                + ".",
                        "Maybe call this one otherwise.");
            }
        }
        return new Action(
                head,
                said.argument(1).list().stream().map(Terms::plain).toList(),
                said.argument(2).demands(),
                said.argument(3).list().stream().map(Terms::condition).toList(),
                said.argument(4).text(),
                said.place());
    }

    private World world() {
        World world = new World(title, characters, names, opening, actions);
        Set<String> known = known(world);
        for (Action action : actions) {
            requireKnown(action.demands(), known);
        }
        return world;
    }

    /** What may come to hold, as NAME/ARITY. */
    static Set<String> known(World world) {
        Set<String> known = new HashSet<>();
        world.opening().forEach(f -> known.add(indicator(f)));
        for (Action action : world.actions()) {
            action.effects().forEach(e -> known.add(indicator(e.fact())));
        }
        return known;
    }

    /** A condition that nothing is said about is a slip. */
    static void requireKnown(Demands demands, Set<String> known) {
        for (Condition c : demands.conditions()) {
            String wanted = indicator(c.fact());
            if (!known.contains(wanted)) {
                String near = Nearest.of(wanted, known.stream().sorted().toList());
                throw new WorldError(
                        c.place(),
                        "Neither the opening nor any action makes " + wanted + " true.",
                        near == null ? null : "Maybe " + near + "?");
            }
        }
    }

    private static String indicator(Fact fact) {
        return fact.name() + "/" + fact.arguments().size();
    }

    /** The ending that a text asks for: conditions, or actions that are to happen. */
    Demands ending(String text, World world) {
        ReadFlags flags = Query.flags(session.machine()).withLayout(true, false);
        String ended = text.stripTrailing();
        ended = ended.endsWith(".") ? ended + "\n" : ended + "\n.\n";
        StringSource source = new StringSource(ended);
        ReadResult r = new TermReader(source, session.db().user().operators(), flags).read();
        Demands said = new Terms(r).conjunction();
        Set<String> acts = new HashSet<>();
        world.actions().forEach(a -> acts.add(indicator(a.head())));
        List<Condition> conditions = new ArrayList<>();
        for (Condition c : said.conditions()) {
            boolean isAction = acts.contains(indicator(c.fact()));
            Fact fact = isAction ? Fact.of("happens", c.fact()) : c.fact();
            conditions.add(new Condition(fact, c.holds(), c.place()));
        }
        Set<String> known = known(world);
        known.addAll(acts);
        requireKnown(said, known);
        return new Demands(conditions, said.differences());
    }
}
