package dev.clew.rules.checking;

import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.proofs.forms.Labels;
import dev.clew.rules.proofs.forms.Outline;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks a step by a clause: there must be values of the clause's variables with which its head is
 * the goal and its body the premises, one after the other. This is one matching, since the
 * variables of the proof stay as they are.
 *
 * <p>If there are none, one of the goals is to blame, and which one is a matter of what the others
 * say. A goal is a suspect if the rest of the step is right without it. Premises have been checked
 * before, so each is at least true. If the conclusion and a premise are both suspects, the step
 * above decides: a conclusion that it can use is right, and the premise the wrong one for it.
 */
final class ClauseCheck {
    private final Program program;
    private final Outline outline;
    private final Labels labels;

    ClauseCheck(Program program, Outline outline, Labels labels) {
        this.program = program;
        this.outline = outline;
        this.labels = labels;
    }

    /** The clause that a step names, or null if it is not there or of another predicate. */
    @Nullable ClauseText find(Step.ByClause by, Term goal) {
        Functor f = Terms.functor(Terms.plain(goal));
        if (by.file() == null || f == null) {
            return null;
        }
        ClauseText found = null;
        for (ClauseText c : program.at(by.file(), by.line())) {
            if (program.mayMean(f, c.predicate().functor())) {
                int number = program.number(c);
                if (number == by.number()) {
                    return c;
                } else if (number > 0 && program.isChangeable(c.predicate())) {
                    found = c;
                }
            }
        }
        return found;
    }

    void check(Outline.Line line, Step.ByClause by, Atom context) {
        ClauseText clause = find(by, line.proof().goal());
        if (clause == null) {
            missing(line, by);
            return;
        }
        requireMeant(line, clause, context);
        if (matches(line, clause, -1)) {
            return;
        }
        if (program.rewriting() != null && !program.isLibrary(clause.predicate().module())) {
            throw new Undecided("the program rewrites its clauses (" + program.rewriting() + ")");
        }
        blame(line, clause);
    }

    /**
     * Whether a step by a clause without a file fits the clause of that number in the program:
     * texts that are no files have no names.
     */
    boolean fitsNumbered(Outline.Line line, Step.ByClause by, Atom context) {
        Functor f = Terms.functor(Terms.plain(line.proof().goal()));
        if (f == null) {
            return false;
        }
        for (PredicateName p : program.meanings(context, f)) {
            List<ClauseText> all = program.clauses(p);
            if (by.number() >= 1
                    && by.number() <= all.size()
                    && matches(line, all.get(by.number() - 1), -1)) {
                return true;
            }
        }
        return false;
    }

    /** Says what there is in the place of a clause that is not there. */
    private void missing(Outline.Line line, Step.ByClause by) {
        if (program.rewriting() != null) {
            throw new Undecided("the program rewrites its clauses (" + program.rewriting() + ")");
        }
        String place = by.file() + ":" + by.line();
        Functor f = Terms.functor(Terms.plain(line.proof().goal()));
        int number = 0;
        for (ClauseText c : program.at(String.valueOf(by.file()), by.line())) {
            number = c.predicate().functor() == f ? program.number(c) : number;
        }
        throw new Wrong(
                line,
                number > 0
                        ? "The clause at "
                                + place
                                + " is number "
                                + number
                                + " of "
                                + f
                                + ", not "
                                + by.number()
                                + "."
                        : "There is no clause of " + f + " at " + place + ".",
                place);
    }

    private void requireMeant(Outline.Line line, ClauseText clause, Atom context) {
        PredicateName p = clause.predicate();
        List<PredicateName> meanings = program.meanings(context, p.functor());
        boolean isRoot = line.parent() < 0;
        boolean isOwn = program.isDefined(new PredicateName(context, p.functor()));
        boolean mayBeImported = program.isLibrary(p.module()) && !isOwn;
        if (!isRoot && !mayBeImported && !meanings.isEmpty() && !meanings.contains(p)) {
            throw new Wrong(
                    line,
                    "The goal calls " + meanings.get(0) + ", but the clause is one of " + p + ".",
                    clause.place());
        }
    }

    // ---- Matching ----

    /**
     * Whether a step fits its clause if one goal may be anything: premise {@code open}, counted
     * from 1, or the conclusion, 0; none for -1.
     */
    private boolean matches(Outline.Line line, ClauseText clause, int open) {
        return matches(line, clause, open, false)
                || program.hasMetaPredicates && matches(line, clause, open, true);
    }

    /**
     * @param isBare whether to leave modules out of all terms: arguments of meta-predicates have
     *     them in the clause, not in the goal
     */
    private boolean matches(Outline.Line line, ClauseText clause, int open, boolean isBare) {
        Bindings bindings = new Bindings();
        Struct own = clause.renamed(bindings);
        Proof proof = isBare ? bare(line.proof()) : line.proof();
        Term goal = Terms.named(Terms.plain(proof.goal()), clause.predicate().functor());
        if (open != 0 && !bindings.unify(own.args[0], goal)) {
            return false;
        }
        List<Proof> premises = proof.premises();
        if (premises.size() != count(clause, premises)) {
            return false;
        }
        for (int i = 1; i <= premises.size(); i++) {
            if (open != i && !fits(own.args[i], premises.get(i - 1).goal(), bindings)) {
                return false;
            }
        }
        return true;
    }

    private static Proof bare(Proof p) {
        List<Proof> premises = new ArrayList<>();
        for (Proof premise : p.premises()) {
            premises.add(new Proof(Terms.bare(premise.goal()), premise.step()));
        }
        return new Proof(Terms.bare(p.goal()), p.step(), premises);
    }

    /** How many premises a clause needs; {@code true} as the only goal may be left out. */
    private static int count(ClauseText clause, List<Proof> premises) {
        int count = clause.goals().size();
        boolean isTrivial = count == 1 && clause.goals().get(0).deref() == Atom.TRUE;
        return isTrivial && premises.isEmpty() ? 0 : count;
    }

    /** Whether a premise is an instance of a goal of the body, whatever modules are in front. */
    private static boolean fits(Term goal, Term premise, Bindings bindings) {
        if (!Terms.mayShareModule(bindings.walk(goal), premise)) {
            return false;
        }
        Term wanted = plain(goal, bindings);
        Term given = Terms.plain(premise);
        if (bindings.unify(wanted, given)) {
            return true;
        }
        if (wanted instanceof Struct w
                && given instanceof Struct g
                && w.functor() == Terms.OR
                && g.functor() == Terms.OR) {
            return fits(w.args[0], g.args[0], bindings) && fits(w.args[1], g.args[1], bindings);
        }
        // A variable as a goal stands for call/1 of it.
        boolean isCalled = wanted instanceof Struct s && s.functor() == Terms.CALL;
        if (isCalled && fits(((Struct) wanted).args[0], given, bindings)) {
            return true;
        }
        return given instanceof Struct s
                && s.functor() == Terms.CALL
                && bindings.unify(wanted, Terms.plain(s.args[0]));
    }

    private static Term plain(Term goal, Bindings bindings) {
        Term t = bindings.walk(goal);
        while (t instanceof Struct s
                && s.functor() == Functor.COLON
                && bindings.walk(s.args[0]) instanceof Atom) {
            t = bindings.walk(s.args[1]);
        }
        return t;
    }

    // ---- Blame ----

    private void blame(Outline.Line line, ClauseText clause) {
        List<Outline.Line> premises = outline.premises(line);
        int wanted = count(clause, line.proof().premises());
        if (premises.size() != wanted) {
            throw new Wrong(
                    line,
                    "The clause at "
                            + clause.place()
                            + " needs "
                            + wanted
                            + " premises, but the step has "
                            + premises.size()
                            + ".",
                    clause.place());
        }
        int suspect = suspect(line, clause, premises.size());
        if (suspect > 0) {
            Outline.Line premise = premises.get(suspect - 1);
            throw new Wrong(
                    premise,
                    "It is not what goal "
                            + suspect
                            + " of the clause at "
                            + clause.place()
                            + " needs: "
                            + expected(line, clause, suspect)
                            + ".",
                    clause.place());
        }
        throw new Wrong(
                line,
                "It does not follow by the clause at "
                        + clause.place()
                        + (suspect < 0
                                ? ": the premises do not fit."
                                : ", which gives " + expected(line, clause, 0) + "."),
                clause.place());
    }

    /** The goal to blame: 0 for the conclusion, -1 for the step as a whole. */
    private int suspect(Outline.Line line, ClauseText clause, int premises) {
        boolean isConclusion = matches(line, clause, 0);
        int premise = -1;
        for (int i = premises; i > 0 && premise < 0; i--) {
            premise = matches(line, clause, i) ? i : -1;
        }
        if (isConclusion && premise > 0) {
            return isUsable(line) ? premise : 0;
        }
        return isConclusion ? 0 : premise;
    }

    /** Whether the step above, if there is one, can use the conclusion. */
    private boolean isUsable(Outline.Line line) {
        if (line.parent() < 0) {
            return true;
        }
        Outline.Line above = outline.lines().get(line.parent());
        if (above.proof().step() instanceof Step.ByClause by) {
            ClauseText clause = find(by, above.proof().goal());
            return clause == null || matches(above, clause, -1);
        }
        return true;
    }

    /** What a goal should be, by the rest of the step. */
    private String expected(Outline.Line line, ClauseText clause, int open) {
        Bindings bindings = new Bindings();
        Struct own = clause.renamed(bindings);
        if (open != 0) {
            bindings.unify(own.args[0], Terms.plain(line.proof().goal()));
        }
        List<Proof> premises = line.proof().premises();
        for (int i = 1; i <= premises.size(); i++) {
            if (open != i) {
                fits(own.args[i], premises.get(i - 1).goal(), bindings);
            }
        }
        return labels.goal(bindings.resolve(own.args[open]));
    }
}
