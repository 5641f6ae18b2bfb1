package dev.clew.rules.checking;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.proofs.forms.Labels;
import dev.clew.rules.proofs.forms.Outline;
import dev.clew.rules.proofs.forms.Style;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One check of one explanation: each step by itself, those at the leaves first. */
final class Checking {
    /** Control constructs have steps of their own, and none with premises as built-ins. */
    private static final Set<String> CONTROL =
            Set.of(
                    ",", ";", "->", "*->", "|", "\\+", "not", "call", "once", "ignore", "catch",
                    "findall", "forall");

    private final Program program;
    private final Explanation explanation;
    private final long steps;
    private final Outline outline;
    private final Labels labels;
    private final ClauseCheck clauses;
    private final Finiteness finiteness = new Finiteness();
    private final Doubts doubts;
    private final Set<Integer> cyclic = new HashSet<>();
    private final Map<Integer, Atom> contexts = new HashMap<>();
    private final List<Verdict.Trusted> trusted = new ArrayList<>();

    Checking(Program program, Explanation explanation, long steps) {
        this.program = program;
        this.explanation = explanation;
        this.steps = steps;
        this.outline = Outline.of(explanation);
        this.labels = new Labels(new Style(program.operators, Map.of(), 0));
        this.clauses = new ClauseCheck(program, outline, labels);
        this.doubts = new Doubts(program, outline);
    }

    Verdict verdict() {
        try {
            for (Outline.Line line : outline.lines()) {
                findCycles(line);
                findContext(line);
                findAliases(line);
            }
            for (int i = outline.lines().size() - 1; i >= 0; i--) {
                check(outline.lines().get(i));
            }
        } catch (Wrong e) {
            String goal = labels.goal(e.line().proof().goal());
            return new Verdict.Refused(Place.of(outline, e.line()), goal, e.reason(), e.source());
        }
        Collections.reverse(trusted);
        return new Verdict.Accepted(outline.lines().size(), trusted);
    }

    /** Steps that have to do with cyclic terms are not decided. */
    private void findCycles(Outline.Line line) {
        if (!finiteness.isFinite(line.proof().goal())) {
            cyclic.add(line.index());
            cyclic.add(line.parent());
        }
    }

    private void findAliases(Outline.Line line) {
        Term goal = Terms.plain(line.proof().goal());
        if (Terms.is(goal, "use_module", 2)) {
            ProgramReader.imports(program, Terms.arguments(goal)[1]);
        }
    }

    // ---- Modules ----

    /**
     * The module in which the goal of a step is called: that of the clause it is a premise of; if
     * it is none, {@code user}.
     */
    private void findContext(Outline.Line line) {
        Atom context = Atom.USER;
        if (line.parent() >= 0) {
            Outline.Line parent = outline.lines().get(line.parent());
            context = contexts.getOrDefault(line.parent(), Atom.USER);
            if (parent.proof().step() instanceof Step.ByClause by) {
                ClauseText clause = clauses.find(by, parent.proof().goal());
                context = clause == null ? context : context(clause, line.position());
            }
        }
        Term t = line.proof().goal().deref();
        while (t instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0].deref() instanceof Atom m) {
            context = m;
            t = s.args[1].deref();
        }
        contexts.put(line.index(), context);
    }

    /** Where a goal of a clause is called: in the module before it, else in that of the clause. */
    private static Atom context(ClauseText clause, int position) {
        Atom named =
                position <= clause.goals().size()
                        ? Terms.module(clause.goals().get(position - 1))
                        : null;
        return named == null ? clause.context() : named;
    }

    private Atom context(Outline.Line line) {
        return contexts.getOrDefault(line.index(), Atom.USER);
    }

    // ---- Steps ----

    private void check(Outline.Line line) {
        try {
            if (cyclic.contains(line.index())) {
                throw new Undecided("a term of the step is cyclic");
            }
            switch (line.proof().step()) {
                case Step.ByClause c -> clause(line, c);
                case Step.ByBuiltIn b -> builtIn(line);
                case Step.ByFailure f -> failure(line);
                case Step.ByConjunction c -> conjunction(line);
                case Step.ByBranch b -> new BranchCheck(outline, line, b.number()).check();
                case Step.BySolutions s -> solutions(line);
                case Step.ByLemma l -> lemma(line, l.lemma());
                case Step.ByUndefined u -> undefined(line);
                case Step.ByMore m -> throw new Wrong(line, "A part of the proof is left out.");
                case Step.ByAssumption a -> assumption(line);
                case Step.BySource s -> source(line, s.source());
            }
        } catch (Undecided e) {
            trust(line, e.reason());
        } catch (Raised e) {
            throw new Wrong(line, "The goal raises an error: " + e.what() + ".");
        }
    }

    private void trust(Outline.Line line, String reason) {
        String goal = labels.goal(line.proof().goal());
        trusted.add(new Verdict.Trusted(Place.of(outline, line), goal, reason));
    }

    private static void requireLeaf(Outline.Line line) {
        int count = line.proof().premises().size();
        if (count > 0) {
            throw new Wrong(line, "The step has premises (" + count + ") but needs none.");
        }
    }

    private void clause(Outline.Line line, Step.ByClause by) {
        if (by.file() != null) {
            clauses.check(line, by, context(line));
        } else if (!clauses.fitsNumbered(line, by, context(line))) {
            added(line);
        }
    }

    /** A clause that the program added can be there only if the predicate is dynamic. */
    private void added(Outline.Line line) {
        Functor f = Terms.functor(Terms.plain(line.proof().goal()));
        if (f == null) {
            throw new Wrong(line, "The goal is not callable.");
        }
        for (PredicateName p : program.meanings(context(line), f)) {
            if (!program.dynamic.contains(p) && !program.clauses(p).isEmpty()) {
                throw new Wrong(
                        line,
                        "The predicate "
                                + p
                                + " is not dynamic, so the program cannot have added a"
                                + " clause to it.",
                        program.clauses(p).get(0).place());
            }
        }
        throw new Undecided("the program added the clause while it ran");
    }

    private void builtIn(Outline.Line line) {
        Term goal = Terms.plain(line.proof().goal());
        Functor f = Terms.functor(goal);
        if (f != null && !CONTROL.contains(f.name().name())) {
            requireCalled(line, goal);
        } else {
            requireLeaf(line);
        }
        if (f == null) {
            throw new Wrong(line, "The goal is not callable.");
        } else if (program.isOwn(context(line), f)) {
            throw new Wrong(
                    line,
                    "The predicate " + f + " is not built in: the program defines it.",
                    defined(line, f));
        }
        requireTrue(line, goal);
    }

    /**
     * The premises of a library predicate are goals that it was given to call: such a goal is named
     * in its arguments.
     */
    private void requireCalled(Outline.Line line, Term goal) {
        Set<Atom> named = new HashSet<>();
        ArrayDeque<Term> agenda = new ArrayDeque<>();
        agenda.push(goal);
        while (!agenda.isEmpty()) {
            Term t = agenda.pop().deref();
            if (t instanceof Compound c) {
                for (int i = 0; i < c.arity(); i++) {
                    agenda.push(c.arg(i));
                }
                if (t != goal) {
                    named.add(c.name());
                }
            } else if (t instanceof Atom a && t != goal) {
                named.add(a);
            }
        }
        for (Outline.Line premise : outline.premises(line)) {
            Functor f = Terms.functor(Terms.plain(premise.proof().goal()));
            if (f == null || !named.contains(f.name())) {
                requireLeaf(line);
            }
        }
    }

    private @Nullable String defined(Outline.Line line, Functor f) {
        for (PredicateName p : program.meanings(context(line), f)) {
            for (ClauseText c : program.clauses(p)) {
                return c.place();
            }
        }
        return null;
    }

    private void requireTrue(Outline.Line line, Term goal) {
        if (!holds(line, goal, true) && !holds(line, goal, false)) {
            doubt(doubts.ofFalse(goal));
            throw new Wrong(line, "The goal is false.");
        }
    }

    /** If a goal is false, it matters whether it may have been called with less bound arguments. */
    private boolean holds(Outline.Line line, Term goal, boolean isExact) {
        Bindings bindings = new Bindings();
        Budget budget = new Budget(steps);
        return Search.holds(program, bindings, budget, isExact, goal, context(line));
    }

    private static void doubt(@Nullable String reason) {
        if (reason != null) {
            throw new Undecided(reason);
        }
    }

    private void failure(Outline.Line line) {
        requireLeaf(line);
        Term goal = Terms.plain(line.proof().goal());
        boolean isNegation =
                Terms.is(goal, "\\+", 1)
                        || Terms.is(goal, "not", 1)
                        || Terms.is(goal, "tnot", 1)
                        || Terms.is(goal, "sk_not", 1)
                        || Terms.is(goal, "not_exists", 1);
        if (!isNegation) {
            throw new Wrong(line, "Only a negation is shown by the failure of a goal.");
        }
        requireNoProof(line, ((Struct) goal).args[0]);
    }

    private void requireNoProof(Outline.Line line, Term goal) {
        Bindings bindings = new Bindings();
        Term open = bindings.copy(goal, new HashMap<>());
        try {
            if (Search.holds(program, bindings, new Budget(steps), true, open, context(line))) {
                doubt(doubts.ofProved(goal));
                throw new Wrong(
                        line,
                        "The negated goal has a proof: "
                                + labels.goal(bindings.resolve(open))
                                + ".");
            }
        } catch (Raised e) {
            throw new Undecided("the negated goal raises an error here: " + e.what());
        }
    }

    private void conjunction(Outline.Line line) {
        List<Term> goals = ClauseText.conjuncts(Terms.plain(line.proof().goal()));
        if (goals.size() < 2) {
            throw new Wrong(line, "The goal is no conjunction.");
        }
        List<Outline.Line> premises = outline.premises(line);
        if (goals.size() != premises.size() && !isTakenApart(goals, premises)) {
            throw new Wrong(
                    line,
                    "The conjunction has "
                            + goals.size()
                            + " goals, but the step "
                            + premises.size()
                            + " premises.");
        }
        for (int i = 0; i < goals.size() && goals.size() == premises.size(); i++) {
            if (!BranchCheck.isSame(goals.get(i), premises.get(i).proof().goal())) {
                throw new Wrong(
                        premises.get(i),
                        "Goal "
                                + (i + 1)
                                + " of the conjunction is another one: "
                                + labels.goal(goals.get(i))
                                + ".");
            }
        }
    }

    /** Whether some premises are the conjunctions that variables among the goals stand for. */
    private static boolean isTakenApart(List<Term> goals, List<Outline.Line> premises) {
        int i = 0;
        for (Outline.Line premise : premises) {
            for (Term part : ClauseText.conjuncts(BranchCheck.bare(premise.proof().goal()))) {
                if (i == goals.size() || !BranchCheck.isSame(goals.get(i++), part)) {
                    return false;
                }
            }
        }
        return i == goals.size();
    }

    /** The goal is called again, with the variables that only its solutions give a value. */
    private void solutions(Outline.Line line) {
        requireLeaf(line);
        Term goal = Terms.plain(line.proof().goal());
        Functor f = Terms.functor(goal);
        if (f != null && isOfBest(line, f)) {
            throw new Undecided("the table of " + f + " keeps the best answers only");
        } else if (f == null || !SolutionGoals.collects(goal) || program.isOwn(context(line), f)) {
            throw new Wrong(line, "The goal does not collect solutions.");
        }
        Bindings bindings = new Bindings();
        Term open = SolutionGoals.opened(goal, bindings);
        try {
            if (!Search.holds(program, bindings, new Budget(steps), true, open, context(line))
                    && !isRearranged(line, goal)) {
                doubt(doubts.ofFalse(goal));
                throw new Wrong(line, "The solutions are others.");
            }
        } catch (Raised e) {
            throw new Undecided("the goal raises an error here: " + e.what());
        }
    }

    private boolean isOfBest(Outline.Line line, Functor f) {
        for (PredicateName p : program.meanings(context(line), f)) {
            if (program.moded.contains(p)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a list has all solutions in another order: tables give theirs in any, and which file
     * comes first is not known.
     */
    private boolean isRearranged(Outline.Line line, Term goal) {
        boolean mayDiffer = !program.tabled.isEmpty() || !program.multifile.isEmpty();
        if (!mayDiffer || !Terms.is(goal, "findall", 3)) {
            return false;
        }
        Bindings bindings = new Bindings();
        Term[] a = Terms.arguments(SolutionGoals.opened(goal, bindings));
        Term found = bindings.fresh();
        Term again = Struct.of("findall", a[0], a[1], found);
        Budget budget = new Budget(steps);
        return Search.holds(program, bindings, budget, true, again, context(line))
                && Doubts.areSame(bindings.resolve(found), a[2]);
    }

    private void undefined(Outline.Line line) {
        requireLeaf(line);
        throw new Undecided("whether it is neither true nor false is not decided here");
    }

    private void lemma(Outline.Line line, int number) {
        requireLeaf(line);
        List<Proof> lemmas = explanation.lemmas();
        if (number < 0 || number >= lemmas.size()) {
            throw new Wrong(line, "There is no lemma " + (number + 1) + ".");
        } else if (line.lemma() >= 0 && number >= line.lemma()) {
            throw new Wrong(
                    line,
                    "Lemma "
                            + (line.lemma() + 1)
                            + " must not rest on lemma "
                            + (number + 1)
                            + ", which does not come before it.");
        }
        Term proved = lemmas.get(number).goal();
        Bindings bindings = new Bindings();
        Term open = bindings.copy(Terms.plain(proved), new HashMap<>());
        if (!bindings.unify(open, Terms.plain(line.proof().goal()))) {
            throw new Wrong(
                    line,
                    "Lemma "
                            + (number + 1)
                            + " proves something else: "
                            + labels.goal(proved)
                            + ".");
        }
        requireSameModule(line, outline.roots().get(number + 1));
        requireAnyAnswer(line);
    }

    /** Two predicates of the same name may belong to different modules. */
    private void requireSameModule(Outline.Line line, Outline.Line lemma) {
        if (lemma.proof().step() instanceof Step.ByClause by && by.file() != null) {
            ClauseText c = clauses.find(by, lemma.proof().goal());
            Functor f = Terms.functor(Terms.plain(line.proof().goal()));
            if (c != null && f != null) {
                List<PredicateName> meanings = program.meanings(context(line), f);
                if (!meanings.isEmpty() && !meanings.contains(c.predicate())) {
                    throw new Wrong(line, "The lemma is about " + c.predicate() + ".", c.place());
                }
            }
        }
    }

    private void requireAnyAnswer(Outline.Line line) {
        Functor f = Terms.functor(Terms.plain(line.proof().goal()));
        if (isOfBest(line, Objects.requireNonNull(f))) {
            throw new Undecided("the table of " + f + " keeps the best answers only");
        }
    }

    private void assumption(Outline.Line line) {
        requireLeaf(line);
        throw new Undecided("it was assumed");
    }

    private void source(Outline.Line line, String source) {
        requireLeaf(line);
        throw new Undecided("it is from outside the program (" + source + ")");
    }
}
