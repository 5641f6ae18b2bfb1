package dev.clew.plans.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.goals.Budget;
import dev.clew.goals.Strategy;
import dev.clew.goals.proofs.ProofCheck;
import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.catalogue.Types;
import dev.clew.plans.tools.catalogue.Types.Definition;
import dev.clew.plans.tools.reading.CatalogueReader;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Chains of tools, found without calling any. */
class ToolPlannerTest {
    private static final long SEED = Long.getLong("clew.seed", 20261124L);

    private static Catalogue catalogue(String text) {
        return new CatalogueReader().add(new Source("tools.yaml", text), Path.of(".")).catalogue();
    }

    private static Planned plan(Catalogue catalogue, String want, String... have) {
        List<Given> givens = new ArrayList<>();
        for (String h : have) {
            givens.add(Givens.parse(h, catalogue));
        }
        return ToolPlanner.of(catalogue, givens).plan(Givens.want(want, catalogue.types()));
    }

    private static String text(Catalogue catalogue, String want, String... have) {
        Planned planned = plan(catalogue, want, have);
        assertThat(planned).as(planned.toString()).isInstanceOf(Planned.Found.class);
        CallPlan plan = ((Planned.Found) planned).plan();
        assertThat(PlanCheck.fault(plan, catalogue)).isEmpty();
        StringBuilder text = new StringBuilder();
        plan.calls().forEach(call -> text.append(call).append("; "));
        return text.append(plan.result()).toString();
    }

    private static List<String> missing(Planned planned) {
        assertThat(planned).isInstanceOf(Planned.Missing.class);
        return ((Planned.Missing) planned).questions().stream().map(Question::toString).toList();
    }

    private static final String TRIP =
            """
            types:
              city: string
              capital: city
              location: {fields: {lat: latitude, lon: longitude}}
              latitude: number
              longitude: number
              distance: number
              route: {fields: {length: "distance[km]", via?: city}}
            conversions:
              - {from: "distance[km]", to: "distance[mile]", factor: 0.621371}
            tools:
              geocode:
                needs: {city: city}
                returns: location
              way:
                needs: {from: location, to: location}
                returns: route
            """;

    @Test
    void argumentsAreFilledByTheRoleThatTheyPlay() {
        Catalogue trip = catalogue(TRIP);
        assertThat(text(trip, "route", "city:to=Rome", "city:from=Oslo"))
                .isEqualTo("geocode(city = from); geocode(city = to); way(from = $1, to = $2); $3");
    }

    @Test
    void oneCallServesAllThatNeedItsResult() {
        Catalogue trip = catalogue(TRIP);
        // Only one city is given, so it is at both ends: an equal call is made once.
        assertThat(text(trip, "route", "city=Rome"))
                .isEqualTo("geocode(city = city); way(from = $1, to = $1); $2");
    }

    @Test
    void fieldsAreTakenOutOfResultsAndUnitsConverted() {
        Catalogue trip = catalogue(TRIP);
        assertThat(text(trip, "distance[mile]", "city:to=Rome", "city:from=Oslo"))
                .endsWith("distance[km] to distance[mile](distance = $3.length); $4");
        assertThat(text(trip, "distance[km]", "from=Oslo", "to=Rome")).endsWith("$3.length");
    }

    @Test
    void aSubtypeServesAndASupertypeDoesNot() {
        Catalogue trip = catalogue(TRIP);
        assertThat(text(trip, "location", "capital:x=Rome")).isEqualTo("geocode(city = x); $1");
        Catalogue strict = catalogue(TRIP.replace("{city: city}", "{city: capital}"));
        assertThat(missing(plan(strict, "location", "city:x=Rome")))
                .containsExactly("city: capital, needed by geocode");
    }

    @Test
    void aPlainTypeNeedsItsNameToo() {
        Catalogue tools =
                catalogue(
                        """
                        tools:
                          greet: {needs: {name: string}, returns: string, result: greeting}
                          shout: {needs: {text: string}, returns: string, result: noise}
                        """);
        assertThat(text(tools, "string:greeting", "name=Ada")).isEqualTo("greet(name = name); $1");
        assertThat(missing(plan(tools, "string:greeting", "text=Ada")))
                .containsExactly("name: string, needed by greet");
    }

    @Test
    void aFieldIsFoundByTheNameOfItsTypeAndItsOwn() {
        Catalogue tools =
                catalogue(
                        """
                        types:
                          user: {fields: {id: integer, name: string}}
                        tools:
                          whoami: {returns: user}
                          orders: {needs: {userId: integer}, returns: list<integer>}
                        """);
        assertThat(text(tools, "list<integer>:orders"))
                .isEqualTo("whoami(); orders(userId = $1.id); $2");
        assertThat(text(tools, "list<integer>:orders", "user={\"id\": 7, \"name\": \"Ada\"}"))
                .isEqualTo("orders(userId = user.id); $1");
    }

    @Test
    void theCheaperChainIsTaken() {
        Catalogue tools =
                catalogue(
                        """
                        types: {a: string, b: string, c: string}
                        tools:
                          direct: {needs: {a: a}, returns: c, cost: 5}
                          first: {needs: {a: a}, returns: b}
                          second: {needs: {b: b}, returns: c}
                        """);
        assertThat(text(tools, "c", "a=1")).startsWith("first(a = a); second");
        assertThat(text(tools, "c", "a=1", "b=1")).startsWith("second(b = b)");
    }

    @Test
    void aChoiceThatLeadsNowhereIsTakenBack() {
        Catalogue tools =
                catalogue(
                        """
                        types: {a: string, b: string, c: string, nowhere: string}
                        tools:
                          tempting: {needs: {n: nowhere}, returns: c, cost: 0}
                          loop: {needs: {c: c}, returns: b, cost: 0}
                          honest: {needs: {b: b}, returns: c, cost: 2}
                          start: {needs: {a: a}, returns: b, cost: 2}
                        """);
        for (Strategy strategy :
                List.of(
                        new Strategy.BestFirst(),
                        new Strategy.DepthFirst(50),
                        new Strategy.BreadthFirst(),
                        new Strategy.IterativeDeepening(),
                        new Strategy.ProofNumber(),
                        new Strategy.MonteCarlo(SEED))) {
            Planned planned =
                    ToolPlanner.of(tools, List.of(Given.of("a", new Type("a"), "x")))
                            .by(strategy)
                            .plan(new Want(new Type("c")));
            assertThat(((Planned.Found) planned).plan().text())
                    .as(strategy.toString())
                    .startsWith("$1 = start(a = a)  -> b\n$2 = honest(b = $1)");
        }
    }

    @Test
    void whatIsMissingIsTheLeastThatWouldDo() {
        Catalogue tools =
                catalogue(
                        """
                        types: {a: string, b: string, c: string, d: string}
                        tools:
                          make: {needs: {a: a, b: b}, returns: c}
                          find: {needs: {d: d}, returns: b}
                        """);
        assertThat(missing(plan(tools, "c", "d=1"))).containsExactly("a: a, needed by make");
        assertThat(missing(plan(tools, "c", "a=1"))).containsExactly("d: d, needed by find");
        assertThat(missing(plan(tools, "d"))).containsExactly("d: d");
    }

    @Test
    void theUserIsAskedForWhatNothingGives() {
        Catalogue trip = catalogue(TRIP);
        List<String> asked = new ArrayList<>();
        Planned planned =
                ToolPlanner.of(trip, List.of())
                        .asking(question -> {
                            asked.add(question.toString());
                            return Optional.of(question.role() + "-city");
                        })
                        .plan(new Want(new Type("route")));
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "from_city: city, needed by geocode", "to_city: city, needed by geocode");
        CallPlan plan = ((Planned.Found) planned).plan();
        assertThat(plan.calls().getLast().toString()).isEqualTo("way(from = $1, to = $2)");
        assertThat(plan.givens()).extracting(Given::value).contains("from-city", "to-city");
    }

    @Test
    void nobodyIsAskedTwiceNorForWhatIsWanted() {
        Catalogue trip = catalogue(TRIP);
        List<String> asked = new ArrayList<>();
        Asking shy =
                question -> {
                    asked.add(question.answerName());
                    return Optional.empty();
                };
        ToolPlanner planner = ToolPlanner.of(trip, List.of()).asking(shy);
        assertThat(planner.plan(new Want(new Type("route")))).isInstanceOf(Planned.Missing.class);
        assertThat(asked).hasSize(1);
        Catalogue none = catalogue("types: {a: string}");
        ToolPlanner idle = ToolPlanner.of(none, List.of()).asking(shy);
        assertThat(idle.plan(new Want(new Type("a")))).isInstanceOf(Planned.Missing.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatCouldBeMeantOtherwiseIsSaid() {
        Catalogue trip = catalogue(TRIP);
        Planned.Found found =
                (Planned.Found) plan(trip, "location", "city:here=Oslo", "city:there=Rome");
        assertThat(found.plan().notes())
                .containsExactly(
                        "`city: city` is taken from `here`, but could as well be `there`.");
    }

    @Test
    void aBudgetThatIsUsedUpIsNoNo() {
        Catalogue trip = catalogue(TRIP);
        Planned planned =
                ToolPlanner.of(trip, List.of())
                        .within(Budget.ofExpansions(1))
                        .plan(new Want(new Type("route")));
        assertThat(planned).isInstanceOf(Planned.Stopped.class);
    }

    @Test
    void objectsArePutTogetherWhereThatIsAllowed() {
        Catalogue tools =
                catalogue(
                        """
                        types:
                          city: string
                          order: {fields: {item: string, to: city, note?: string}}
                          receipt: string
                        tools:
                          buy: {needs: {order: {type: order, build: true}}, returns: receipt}
                        """);
        assertThat(text(tools, "receipt", "item=book", "to=Oslo"))
                .isEqualTo("buy(order = {item: item, to: to}); $1");
        assertThat(text(tools, "receipt", "item=book", "to=Oslo", "note=fast"))
                .isEqualTo("buy(order = {item: item, to: to, note: note}); $1");
    }

    // ---- Against forward closure, on random catalogues ----

    @Test
    void aPlanIsFoundJustWhenForwardClosureReachesWhatIsWanted() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            Catalogue catalogue = random(random);
            List<Given> givens = new ArrayList<>();
            for (int g = random.nextInt(3); g >= 0; g--) {
                givens.add(Given.ofType("g" + g, new Type("t" + random.nextInt(10))));
            }
            Want want = new Want(new Type("t" + random.nextInt(10)));
            boolean reachable = closure(catalogue, givens).contains(want.type().name());
            ToolPlanner planner = ToolPlanner.of(catalogue, givens);
            Planned planned = planner.plan(want);
            assertThat(planned instanceof Planned.Found).as("%s, %s", i, want).isEqualTo(reachable);
            if (planned instanceof Planned.Found f) {
                found++;
                assertThat(PlanCheck.fault(f.plan(), catalogue)).isEmpty();
                assertThat(ProofCheck.fault(f.proof(), planner.problem(want))).isEmpty();
            } else if (planned instanceof Planned.Missing m) {
                for (Question q : m.questions()) {
                    givens.add(Given.ofType(q.answerName() + "?", q.type()));
                }
                assertThat(ToolPlanner.of(catalogue, givens).plan(want))
                        .as("with what was missing there is a plan")
                        .isInstanceOf(Planned.Found.class);
            }
        }
        assertThat(found).isBetween(50, 350);
    }

    private static Catalogue random(Random random) {
        Map<String, Definition> types = new HashMap<>();
        for (int t = 0; t < 10; t++) {
            Set<String> above = t > 0 && random.nextInt(3) == 0 ? Set.of("t" + (t - 1)) : Set.of();
            types.put("t" + t, new Definition("t" + t, above, Map.of(), false));
        }
        List<Tool> tools = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<Parameter> needs = new ArrayList<>();
            for (int n = random.nextInt(3); n > 0; n--) {
                needs.add(new Parameter("p" + n, new Type("t" + random.nextInt(10))));
            }
            tools.add(new Tool("f" + i, needs, new Type("t" + random.nextInt(10))));
        }
        tools.removeIf(tool -> tool.parameters().isEmpty() && random.nextInt(4) > 0);
        return new Catalogue(tools, new Types(types));
    }

    /** All types of which there can be a value, computed forward. */
    private static Set<String> closure(Catalogue catalogue, List<Given> givens) {
        Set<String> reached = new HashSet<>();
        givens.forEach(g -> reached.addAll(catalogue.types().above(g.shape().name())));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Tool tool : catalogue.tools()) {
                if (tool.parameters().stream().allMatch(p -> reached.contains(p.type().name()))) {
                    grew |= reached.addAll(catalogue.types().above(tool.returns().name()));
                }
            }
        }
        return reached;
    }

    // ---- The checker ----

    @Test
    void theCheckerFindsWhatIsWrongWithAPlan() {
        Catalogue trip = catalogue(TRIP);
        Tool geocode = trip.tools().get(1);
        Tool way = trip.tools().get(2);
        Given city = Given.of("city", new Type("city"), "Oslo");
        Call first = new Call(1, geocode, Map.of("city", new Argument.OfGiven("city", "")));
        Argument one = new Argument.OfCall(1, "");
        assertThat(fault(trip, city, one, "location", first)).isEmpty();
        assertThat(fault(trip, city, one, "route", first))
                .hasValueSatisfying(
                        f -> assertThat(f).contains("$1 is a location and not a route"));
        assertThat(fault(trip, city, one, "location", new Call(1, geocode, Map.of())))
                .hasValueSatisfying(f -> assertThat(f).contains("`city` is missing"));
        Argument unknown = new Argument.OfCall(1, ".height");
        assertThat(fault(trip, city, one, "route", new Call(1, way, Map.of("from", unknown))))
                .hasValueSatisfying(f -> assertThat(f).contains("$1.height is not known before"));
        Call stranger = new Call(1, new Tool("x", List.of(), new Type("route")), Map.of());
        assertThat(fault(trip, city, one, "route", stranger))
                .hasValueSatisfying(f -> assertThat(f).contains("no such tool"));
        Argument miles = new Argument.OfCall(2, ".length");
        Call second = new Call(2, way, Map.of("from", one, "to", one));
        assertThat(fault(trip, city, miles, "distance[km]", first, second)).isEmpty();
        assertThat(fault(trip, city, miles, "distance[mile]", first, second)).isPresent();
    }

    private static Optional<String> fault(
            Catalogue catalogue, Given given, Argument result, String want, Call... calls) {
        Want wanted = new Want(Type.parse(want));
        return PlanCheck.fault(
                new CallPlan(wanted, List.of(given), List.of(calls), result, List.of()), catalogue);
    }
}
