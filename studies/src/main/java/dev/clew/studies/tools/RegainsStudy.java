package dev.clew.studies.tools;

import dev.clew.goals.proofs.Proof;
import dev.clew.plans.tools.Argument;
import dev.clew.plans.tools.Call;
import dev.clew.plans.tools.CallPlan;
import dev.clew.plans.tools.Given;
import dev.clew.plans.tools.Need;
import dev.clew.plans.tools.PlanCheck;
import dev.clew.plans.tools.Want;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Types;
import dev.clew.plans.tools.catalogue.Types.Definition;
import dev.clew.studies.tools.ToolWorld.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Planning calls without seeing what they return, as RE-GAINS and EnChAnT do (2024): results are
 * placeholders that have types, and a plan is valid if it passes the check of types; nothing is
 * called. A chooser that writes freely writes a call wrongly at a rate: a tool that there is not,
 * an argument left out, a placeholder of no call. One that is held to the form writes only calls
 * that are well formed; one whose types are checked in the search only plans that are valid. Where
 * nothing is written wrongly, holding it to the form gains nothing.
 */
public final class RegainsStudy {
    private static final int WORLDS = 1000;
    private static final int DEPTH = 3;
    private static final int NEAR = 3;
    private static final double SELECTION_ERROR = 0.1;
    private static final double ARGUMENT_ERROR = 0.02;

    private RegainsStudy() {}

    /** How many plans, in percent, are valid, and how many are just right. */
    record Score(double valid, double exact) {}

    /** The three ways of writing plans. */
    record Row(Score free, Score formed, Score typed) {}

    /** The table, the same for the same seed. */
    public static String table(long seed) {
        StringBuilder out = new StringBuilder();
        out.append("Plans of calls written without making any: valid by their types, and just");
        out.append(" right, in %,\nover ").append(WORLDS).append(" worlds a row, ");
        out.append(DEPTH).append(" calls deep, ").append(NEAR);
        out.append(" tools near each right one, a wrong choice in 10 %.\n\n");
        out.append("written wrongly |  free: valid  exact | formed: valid  exact |");
        out.append("  typed: valid  exact\n");
        for (double v : new double[] {0, 0.05, 0.15, 0.3}) {
            Row row = row(v, seed);
            out.append(String.format(Locale.ROOT, "%13.0f %%", 100 * v));
            for (Score s : new Score[] {row.free(), row.formed(), row.typed()}) {
                out.append(
                        String.format(Locale.ROOT, " |       %6.1f %6.1f", s.valid(), s.exact()));
            }
            out.append('\n');
        }
        out.append("\nfree: calls as they come. formed: only calls of tools that there are, with");
        out.append(" all arguments.\ntyped: only steps whose types fit, wrong choices taken back.");
        out.append(" At 0 %, formed is free: no gain.\n");
        return out.toString();
    }

    /** The three ways at one rate of calls written wrongly. */
    static Row row(double wrongly, long seed) {
        Tally free = new Tally();
        Tally formed = new Tally();
        Tally typed = new Tally();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < WORLDS; i++) {
            ToolWorld world = new ToolWorld(DEPTH, NEAR, random.split());
            SplittableRandom choices = random.split();
            SplittableRandom slips = random.split();
            // The same choices for both: they differ in what is written wrongly alone.
            Proof<Need> greedy = new Backward(world, chooser(choices.split()), false).proof();
            Proof<Need> checked = new Backward(world, chooser(choices.split()), true).proof();
            free.add(world, greedy, wrongly, slips);
            formed.add(world, greedy, 0, slips);
            typed.add(world, checked, 0, slips);
        }
        return new Row(free.score(), formed.score(), typed.score());
    }

    private static Chooser chooser(SplittableRandom random) {
        return new Chooser(SELECTION_ERROR, ARGUMENT_ERROR, NEAR, random);
    }

    /** Counts plans. */
    private static final class Tally {
        private int plans;
        private int valid;
        private int exact;

        void add(
                ToolWorld world,
                @Nullable Proof<Need> proof,
                double wrongly,
                SplittableRandom slips) {
            plans++;
            if (proof == null) {
                return;
            }
            Writer writer = new Writer(world, wrongly, slips);
            CallPlan plan = writer.plan(proof);
            if (PlanCheck.fault(plan, catalogue(world)).isEmpty()) {
                valid++;
                boolean isSame = Backward.expression(proof).equals(world.root().expression());
                exact += isSame && !writer.hasSlipped ? 1 : 0;
            }
        }

        Score score() {
            return new Score(100.0 * valid / plans, 100.0 * exact / plans);
        }
    }

    private static Catalogue catalogue(ToolWorld world) {
        Map<String, Definition> definitions = new LinkedHashMap<>();
        for (Tool tool : world.tools()) {
            define(definitions, tool.returns().name());
            tool.parameters().forEach(p -> define(definitions, p.type().name()));
        }
        return new Catalogue(world.tools(), new Types(definitions));
    }

    private static void define(Map<String, Definition> definitions, String name) {
        definitions.putIfAbsent(name, new Definition(name, Set.of("string"), Map.of(), false));
    }

    /** Writes the calls of a proof, some of them wrongly. */
    private static final class Writer {
        private final ToolWorld world;
        private final double wrongly;
        private final SplittableRandom slips;
        private final List<Call> calls = new ArrayList<>();
        private boolean hasSlipped;

        Writer(ToolWorld world, double wrongly, SplittableRandom slips) {
            this.world = world;
            this.wrongly = wrongly;
            this.slips = slips;
        }

        CallPlan plan(Proof<Need> proof) {
            Argument[] arguments = new Argument[proof.lines().size()];
            for (int i = 0; i < arguments.length; i++) {
                Proof.Line<Need> line = proof.lines().get(i);
                List<Argument> parts = new ArrayList<>();
                line.premises().forEach(p -> parts.add(arguments[p]));
                arguments[i] =
                        switch (line.goal()) {
                            case Need.Have have -> new Argument.OfGiven(have.name(), "");
                            case Need.Value value -> parts.getFirst();
                            case Need.Result result -> call(result.tool(), parts);
                        };
            }
            List<Given> givens = new ArrayList<>();
            for (Node given : world.givens()) {
                givens.add(Given.ofType(given.name(), given.type()));
            }
            Want want = new Want(world.root().type(), world.root().name());
            return new CallPlan(want, givens, calls, arguments[arguments.length - 1], List.of());
        }

        private Argument call(String name, List<Argument> parts) {
            Tool tool = Objects.requireNonNull(world.tool(name));
            int id = calls.size() + 1;
            Map<String, Argument> arguments = new LinkedHashMap<>();
            List<Parameter> parameters = tool.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                arguments.put(parameters.get(i).name(), parts.get(i));
            }
            if (slips.nextDouble() < wrongly) {
                hasSlipped = true;
                String first = parameters.getFirst().name();
                switch (slips.nextInt(3)) {
                    case 0 -> tool = new Tool(name + "s", parameters, tool.returns());
                    case 1 -> arguments.remove(first);
                    default -> arguments.put(first, new Argument.OfCall(id + 1, ""));
                }
            }
            calls.add(new Call(id, tool, arguments));
            return new Argument.OfCall(id, "");
        }
    }
}
