package dev.clew.plans.tools.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.CallPlan;
import dev.clew.plans.tools.Given;
import dev.clew.plans.tools.Planned;
import dev.clew.plans.tools.ToolPlanner;
import dev.clew.plans.tools.Want;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.catalogue.CatalogueError;
import dev.clew.plans.tools.catalogue.Effects;
import dev.clew.plans.tools.catalogue.Operation;
import dev.clew.plans.tools.catalogue.Parameter;
import dev.clew.plans.tools.catalogue.Tool;
import dev.clew.plans.tools.catalogue.ToolFailure;
import dev.clew.plans.tools.catalogue.Type;
import dev.clew.plans.tools.catalogue.Types;
import dev.clew.plans.tools.catalogue.Types.Definition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Plans that are carried out. */
@Timeout(60)
class RunnerTest {
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());

    /** A tool {@code NAME: TYPE TYPE -> TYPE} that returns what it was called with. */
    private Tool tool(String text, Effects effects, Operation operation) {
        String name = text.substring(0, text.indexOf(':'));
        int arrow = text.indexOf("->");
        List<Parameter> needs = new ArrayList<>();
        for (String type : text.substring(name.length() + 1, arrow).strip().split(" +")) {
            if (!type.isEmpty()) {
                needs.add(new Parameter(type, new Type(type)));
            }
        }
        return new Tool(name, needs, new Type(text.substring(arrow + 2).strip()))
                .withEffects(effects)
                .withOperation(arguments -> {
                    called.add(name);
                    return operation.call(arguments);
                });
    }

    private Tool tool(String text) {
        String name = text.substring(0, text.indexOf(':'));
        return tool(text, Effects.NONE, arguments -> name + arguments.values());
    }

    private static Operation failing(int times, boolean mayPass, AtomicInteger tries) {
        return arguments -> {
            if (tries.incrementAndGet() <= times) {
                throw new ToolFailure("Not today.", mayPass);
            }
            return "at last";
        };
    }

    private static Catalogue catalogue(Tool... tools) {
        Map<String, Definition> types = new HashMap<>();
        for (Tool tool : tools) {
            List<Type> used = new ArrayList<>(List.of(tool.returns()));
            tool.parameters().forEach(p -> used.add(p.type()));
            for (Type t : used) {
                types.put(t.name(), new Definition(t.name(), Set.of("string"), Map.of(), false));
            }
        }
        return new Catalogue(List.of(tools), new Types(types));
    }

    private static CallPlan plan(Catalogue catalogue, String want) {
        Planned planned =
                ToolPlanner.of(catalogue, List.of(new Given("in", new Type("in"), "x")))
                        .plan(new Want(new Type(want)));
        return ((Planned.Found) planned).plan();
    }

    private static Runner runner(Catalogue catalogue) {
        return new Runner(catalogue.types()).withAttempts(3, Duration.ZERO);
    }

    @Test
    void independentCallsRunAtOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Operation meet =
                arguments -> {
                    both.countDown();
                    // Neither returns before the other has begun.
                    both.await();
                    return "met";
                };
        Catalogue tools =
                catalogue(
                        tool("left: in -> l", Effects.NONE, meet),
                        tool("right: in -> r", Effects.NONE, meet),
                        tool("join: l r -> out"));
        Report report = runner(tools).run(plan(tools, "out"));
        assertThat(report.value()).isEqualTo("join[met, met]");
    }

    @Test
    void noMoreCallsRunAtOnceThanAllowed() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Operation counted =
                arguments -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.sleep(2);
                    now.decrementAndGet();
                    return "x";
                };
        Catalogue tools =
                catalogue(
                        tool("a: in -> a", Effects.NONE, counted),
                        tool("b: in -> b", Effects.NONE, counted),
                        tool("c: in -> c", Effects.NONE, counted),
                        tool("join: a b c -> out"));
        assertThat(runner(tools).withAtOnce(1).run(plan(tools, "out")).isDone()).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void aFailureTakesNothingFromTheOthers() {
        AtomicInteger tries = new AtomicInteger();
        Catalogue tools =
                catalogue(
                        tool("left: in -> l", Effects.NONE, failing(9, false, tries)),
                        tool("right: in -> r"),
                        tool("join: l r -> out"));
        Report report = runner(tools).run(plan(tools, "out"));
        assertThat(report.isDone()).isFalse();
        assertThat(report.calls().get(0)).isInstanceOf(Made.Failed.class);
        assertThat(((Made.Done) report.calls().get(1)).value()).isEqualTo("right[x]");
        assertThat(((Made.Skipped) report.calls().get(2)).without()).containsExactly(1);
        assertThat(tries).as("what cannot pass is not tried again").hasValue(1);
    }

    @Test
    void whatMayPassIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Catalogue tools = catalogue(tool("f: in -> out", Effects.NONE, failing(2, true, tries)));
        Report report = runner(tools).run(plan(tools, "out"));
        assertThat(report.value()).isEqualTo("at last");
        assertThat(((Made.Done) report.calls().getFirst()).attempts()).isEqualTo(3);
        AtomicInteger more = new AtomicInteger();
        Catalogue worse = catalogue(tool("f: in -> out", Effects.NONE, failing(3, true, more)));
        assertThat(runner(worse).run(plan(worse, "out")).isDone()).isFalse();
        assertThat(more).hasValue(3);
    }

    @Test
    void whatMustNotBeDoneTwiceIsNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Catalogue tools = catalogue(tool("pay: in -> out", Effects.ONCE, failing(1, true, tries)));
        Journal journal = new Journal();
        Report report = runner(tools).with(journal).run(plan(tools, "out"));
        assertThat(report.isDone()).isFalse();
        // Nor later: nobody knows whether it had an effect.
        Report later = runner(tools).with(journal).run(plan(tools, "out"));
        assertThat(later.failures().getFirst().why()).contains("not made again");
        assertThat(tries).hasValue(1);
    }

    @Test
    void whatSurelyHadNoEffectMayBeDoneLater() {
        AtomicInteger tries = new AtomicInteger();
        Catalogue tools = catalogue(tool("pay: in -> out", Effects.ONCE, failing(1, false, tries)));
        Journal journal = new Journal();
        assertThat(runner(tools).with(journal).run(plan(tools, "out")).isDone()).isFalse();
        assertThat(runner(tools).with(journal).run(plan(tools, "out")).isDone()).isTrue();
    }

    @Test
    void aRecordedRunIsReplayedWithoutCalls() {
        List<String> lines = new ArrayList<>();
        Catalogue tools =
                catalogue(
                        tool("f: in -> mid", Effects.ONCE, arguments -> "once"),
                        tool("g: mid -> out"));
        Report first = runner(tools).with(new Journal(lines::add)).run(plan(tools, "out"));
        assertThat(called).containsExactly("f", "g");
        assertThat(lines)
                .containsExactly(
                        "{\"call\":\"f\",\"arguments\":{\"in\":\"x\"},\"outcome\":\"begun\"}",
                        "{\"call\":\"f\",\"arguments\":{\"in\":\"x\"},\"outcome\":\"done\","
                                + "\"value\":\"once\",\"attempts\":1}",
                        "{\"call\":\"g\",\"arguments\":{\"mid\":\"once\"},\"outcome\":\"done\","
                                + "\"value\":\"g[once]\",\"attempts\":1}");
        called.clear();
        Source record = new Source("run.jsonl", String.join("\n", lines) + "\n");
        Report again = runner(tools).replaying(new Journal().read(record)).run(plan(tools, "out"));
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(called).isEmpty();
        Source half = new Source("run.jsonl", String.join("\n", lines.subList(0, 2)) + "\n");
        Report missing = runner(tools).replaying(new Journal().read(half)).run(plan(tools, "out"));
        assertThat(missing.isDone()).isFalse();
        assertThat(called).isEmpty();
        assertThat(missing.failures().getFirst().why()).contains("no result of this call");
        // Going on with it calls what is missing, and that alone.
        assertThat(runner(tools).with(new Journal().read(half)).run(plan(tools, "out")).isDone())
                .isTrue();
        assertThat(called).containsExactly("g");
    }

    @Test
    void aCallThatACrashLeftUnfinishedIsNotMadeAgain() {
        Catalogue tools = catalogue(tool("pay: in -> out", Effects.ONCE, arguments -> "paid"));
        Source record =
                new Source(
                        "run.jsonl",
                        "{\"call\":\"pay\",\"arguments\":{\"in\":\"x\"},\"outcome\":\"begun\"}\n"
                                + "{\"call\":\"pay\",\"argum");
        Report report = runner(tools).with(new Journal().read(record)).run(plan(tools, "out"));
        assertThat(report.isDone()).isFalse();
        assertThat(called).isEmpty();
    }

    @Test
    void faultsOfARecordGiveAPosition() {
        Source record =
                new Source(
                        "run.jsonl",
                        "{\"call\":\"f\",\"arguments\":{},\"outcome\":\"done\",\"value\":1}\n"
                                + "{\"call\": f}\n");
        CatalogueError error =
                catchThrowableOfType(CatalogueError.class, () -> new Journal().read(record));
        assertThat(error).hasMessageContaining("run.jsonl:2:10").hasMessageContaining("Maybe");
        Source other = new Source("run.jsonl", "{\"call\": \"f\"}\n");
        assertThat(catchThrowableOfType(CatalogueError.class, () -> new Journal().read(other)))
                .hasMessageContaining("run.jsonl:1:1")
                .hasMessageContaining("Maybe");
    }

    @Test
    void aResultOfAnotherTypeIsAFailure() {
        Catalogue tools = catalogue(tool("f: in -> out", Effects.NONE, arguments -> Map.of()));
        assertThat(runner(tools).run(plan(tools, "out")).failures().getFirst().why())
                .isEqualTo("What it returned is not right: it is a object and not a out.");
    }

    @Test
    void aToolThatReturnsNothingIsDone() {
        Tool quiet =
                new Tool("f", List.of(new Parameter("in", new Type("in"))), Type.ANY)
                        .withOperation(arguments -> null);
        Catalogue tools = catalogue(quiet);
        CallPlan plan =
                ((Planned.Found)
                                ToolPlanner.of(tools, List.of(new Given("in", new Type("in"), "x")))
                                        .plan(new Want(Type.ANY, "f")))
                        .plan();
        assertThat(runner(tools).run(plan).isDone()).isTrue();
    }

    @Test
    void aFaultOfAToolIsAFailureOfItsCall() {
        Catalogue tools =
                catalogue(
                        tool(
                                "f: in -> out",
                                Effects.NONE,
                                arguments -> {
                                    throw new IllegalStateException("broken");
                                }));
        assertThat(runner(tools).run(plan(tools, "out")).failures().getFirst().why())
                .contains("broken");
    }

    @Test
    void anInterruptEndsTheRun() {
        Thread self = Thread.currentThread();
        Catalogue tools =
                catalogue(
                        tool(
                                "f: in -> out",
                                Effects.NONE,
                                arguments -> {
                                    self.interrupt();
                                    new CountDownLatch(1).await();
                                    return "never";
                                }));
        Report report = runner(tools).run(plan(tools, "out"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.failures().getFirst().why()).contains("interrupted");
    }

    // ---- Around what failed ----

    @Test
    void anotherWayIsTakenAroundAToolThatFails() {
        AtomicInteger tries = new AtomicInteger();
        Catalogue tools =
                catalogue(
                        tool("first: in -> mid"),
                        tool("cheap: mid -> out", Effects.NONE, failing(9, false, tries))
                                .withCost(0.5),
                        tool("dear: mid -> out").withCost(4));
        Chain chain = chain(tools);
        assertThat(chain.reports()).hasSize(2);
        assertThat(chain.reports().getLast().value()).isEqualTo("dear[first[x]]");
        assertThat(called)
                .as("what was called is not called again")
                .containsExactly("first", "cheap", "dear");
    }

    @Test
    void thereIsNoOtherWayAroundWhatMayHaveHadAnEffect() {
        AtomicInteger tries = new AtomicInteger();
        Catalogue tools =
                catalogue(
                        tool("pay: in -> out", Effects.ONCE, failing(9, true, tries)).withCost(0),
                        tool("bill: in -> out", Effects.ONCE, arguments -> "billed"));
        Chain chain = chain(tools);
        assertThat(chain.reports()).hasSize(1);
        assertThat(called).containsExactly("pay");
    }

    private static Chain chain(Catalogue tools) {
        return Chain.run(
                ToolPlanner.of(tools, List.of(new Given("in", new Type("in"), "x"))),
                tools,
                new Want(new Type("out")),
                runner(tools),
                new Journal());
    }
}
