/**
 * Rules for Java programs. You state what is true in Prolog; Java asks what follows.
 *
 * <p>A program makes an {@link dev.clew.rules.Engine}, loads rules, and asks goals. The answers are
 * searched for as they are taken:
 *
 * {@snippet :
 * Engine engine = Engine.create();
 * engine.loadText("parent(tom, bob). parent(bob, ann). "
 *         + "ancestor(X, Y) :- parent(X, Y). "
 *         + "ancestor(X, Z) :- parent(X, Y), ancestor(Y, Z).");
 * for (Answer answer : engine.ask("ancestor(?, X)", "tom")) {
 *     System.out.println(answer.string("X")); // bob, then ann
 * }
 * }
 *
 * <p>Goals take parameters ({@code ?} or {@code :name}), so that values are never pasted into text.
 * {@link dev.clew.rules.Mapping} says which Java values and terms stand for each other; above all,
 * a record is a compound of its name, so that answers come back as records:
 *
 * {@snippet :
 * record Person(String name, int age) {}
 * engine.add(new Person("ann", 7));
 * engine.add(new Person("bob", 42));
 * List<Person> adults = engine.ask("person(Name, Age), Age >= ?", 18).as(Person.class).toList();
 * }
 *
 * <p>Predicates are written in Java with {@link dev.clew.rules.Engine#define}, or as methods that
 * are annotated with {@link dev.clew.rules.Predicate}:
 *
 * {@snippet :
 * engine.define("even/1", args -> args.integer(0) % 2 == 0);
 * engine.defineValues("digit/1", args -> IntStream.range(0, 10).boxed());
 * boolean some = engine.ask("digit(X), X > 7, even(X)").exists();
 * }
 *
 * <p><b>No is not "stopped early".</b> {@link dev.clew.rules.Answers#exists} is false only if the
 * search was complete and found nothing. A search that reaches a limit of its {@link
 * dev.clew.rules.Budget}, or is cancelled, throws a {@link dev.clew.rules.StoppedException}; an
 * error is a {@link dev.clew.rules.RuleException} that says what, where, and with which values.
 *
 * {@snippet :
 * try {
 *     engine.ask("repeat, fail").within(Duration.ofMillis(100)).exists();
 * } catch (StoppedException e) {
 *     System.out.println(e.reason()); // TIME
 * }
 * }
 *
 * <p><b>Threads.</b> An engine may be used by any number of threads at once; each {@link
 * dev.clew.rules.Answers} belongs to one of them. A search sees the clauses that existed when it
 * began and its own changes, and nothing that others change meanwhile, however long its answers are
 * taken ({@link dev.clew.rules.Answers#live} gives that up). The changes of one {@link
 * dev.clew.rules.Engine#update} are seen all at once or not at all. Within a search, a call sees
 * the clauses from when it began (the logical update view of ISO/IEC 13211-1, 7.5.4).
 *
 * <p><b>Strangers.</b> Rules that are not trusted run in a {@link dev.clew.rules.Sandbox#strict}
 * sandbox: they reach nothing outside but the predicates that the host defined, cannot end the JVM,
 * and cannot catch or outlast their limits.
 *
 * <p>Read first: {@link dev.clew.rules.Engine}, {@link dev.clew.rules.Answers}, {@link
 * dev.clew.rules.Answer}; then {@link dev.clew.rules.Mapping}, {@link dev.clew.rules.Budget},
 * {@link dev.clew.rules.Update}. Terms themselves are in {@link dev.clew.rules.terms}.
 */
@NullMarked
package dev.clew.rules;

import org.jspecify.annotations.NullMarked;
