package dev.clew.rules.machine;

import dev.clew.rules.arithmetic.Evaluable;
import dev.clew.rules.arithmetic.Evaluables;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prepares clauses and goals for execution: chooses places for variables, turns terms into patterns
 * and bodies into linked steps.
 *
 * <p>A variable whose last occurrence is no later than the first call lives in the machine's
 * scratch registers; others live in the clause's frame, which is made at that call. Places of the
 * frame come first, so that making the frame is one copy.
 */
final class Compiler {
    private static final int MAX_PATTERN_DEPTH = 60;
    private static final int BIG_GROUND = 12;

    private final @Nullable Clause clause;
    private final int[] total;
    private final int[] place;
    private final boolean[] seen;
    private final boolean[] outlives;
    private int frameSize;
    private int nextBarrier;
    private int chunk;

    private Compiler(@Nullable Clause clause, int slots) {
        this.clause = clause;
        this.total = new int[slots];
        this.place = new int[slots];
        this.seen = new boolean[slots];
        this.outlives = new boolean[slots];
    }

    /** Prepares a stored clause. */
    static Clause.Prepared prepare(Clause c) {
        return new Compiler(c, c.slots).clause(c.head, Goal.of(c.body, c.module));
    }

    /** Prepares a running goal, whose variables are shared with the caller. */
    static Clause.Prepared prepareGoal(Term goal, Module module) {
        return new Compiler(null, 0).clause(Atom.TRUE, Goal.of(goal, module));
    }

    /** Prepares a clause that is run in place of a stored one, with its own slots. */
    static Clause.Prepared prepare(Clause c, Term head, Goal body, int slots) {
        return new Compiler(c, slots).clause(head, body);
    }

    /** Prepares a running goal. */
    static Clause.Prepared prepareGoal(Goal goal) {
        return new Compiler(null, 0).clause(Atom.TRUE, goal);
    }

    private Clause.Prepared clause(Term head, Goal body) {
        List<Goal> goals = body instanceof Goal.Conjunction c ? c.goals() : List.of(body);
        count(head);
        analyse(goals);
        assignPlaces();
        Pattern[] patterns = head instanceof Compound c ? patterns(c) : new Pattern[0];
        List<Guard> guards = new ArrayList<>();
        int i = 0;
        while (i < goals.size() && guard(goals.get(i)) instanceof Guard g) {
            guards.add(g);
            i++;
        }
        boolean neckCut = i < goals.size() && goals.get(i) instanceof Goal.Cut;
        Sequence all = new Sequence();
        for (Guard g : guards) {
            all.add(new Steps.Test(clause, g));
        }
        if (neckCut) {
            all.add(new Steps.Cut());
        }
        Sequence rest = new Sequence();
        emit(goals, neckCut ? i + 1 : i, rest, true, -1);
        all.append(rest);
        return new Clause.Prepared(
                patterns,
                frameSize + total.length,
                guards.toArray(new Guard[0]),
                neckCut,
                all.first(),
                rest.first());
    }

    // ---- Which variables outlive the first call ----

    private void analyse(List<Goal> goals) {
        for (Goal g : goals) {
            analyse(g);
        }
    }

    private void analyse(Goal g) {
        // No switch over patterns here and below: the JDK makes code for it when it is first run.
        if (g instanceof Goal.Call c) {
            count(c.term());
            if (!isInline(c)) {
                chunk++;
            }
        } else if (g instanceof Goal.Conjunction c) {
            analyse(c.goals());
        } else if (g instanceof Goal.Disjunction d) {
            chunk++;
            analyse(d.left());
            analyse(d.right());
        } else if (g instanceof Goal.Negation n) {
            enterBranches(n.goal());
            analyse(n.goal());
        } else if (g instanceof Goal.Condition c) {
            enterBranches(c.test());
            analyse(c.test());
            analyse(c.then());
            analyse(c.otherwise());
        }
    }

    private void enterBranches(Goal test) {
        if (!onlyGuards(test)) {
            chunk++;
            nextBarrier++;
        }
    }

    private void count(Term t) {
        if (total.length == 0) {
            return; // nothing to count, and a running goal may be large or even infinite
        }
        forEachSlot(
                t,
                slot -> {
                    total[slot]++;
                    outlives[slot] |= chunk > 0;
                });
    }

    private void assignPlaces() {
        int barriers = nextBarrier;
        int next = 0;
        for (int s = 0; s < place.length; s++) {
            if (outlives[s]) {
                place[s] = next++;
            }
        }
        nextBarrier = next;
        next += barriers;
        frameSize = next;
        for (int s = 0; s < place.length; s++) {
            if (!outlives[s]) {
                place[s] = next++;
            }
        }
    }

    interface SlotVisitor {
        void visit(int slot);
    }

    static void forEachSlot(Term term, SlotVisitor visitor) {
        if (term instanceof Slot s) {
            visitor.visit(s.index());
            return;
        }
        if (!(term instanceof Compound)) {
            return;
        }
        ArrayDeque<Compound> agenda = new ArrayDeque<>();
        agenda.push((Compound) term);
        while (!agenda.isEmpty()) {
            Compound c = agenda.pop();
            for (int i = c.arity() - 1; i >= 0; i--) {
                Term arg = c.arg(i);
                if (arg instanceof Slot s) {
                    visitor.visit(s.index());
                } else if (arg instanceof Compound inner) {
                    agenda.push(inner);
                }
            }
        }
    }

    // ---- Bodies ----

    /** Steps in order; {@code open} are those whose successor is not known yet. */
    private static final class Sequence {
        private @Nullable Code first;
        private List<Code> open = new ArrayList<>(2);

        void add(Code step) {
            link(step);
            open.add(step);
        }

        private void link(Code step) {
            if (first == null) {
                first = step;
            }
            for (Code c : open) {
                c.next = step;
            }
            open = new ArrayList<>(2);
        }

        void addBranching(Code step, Sequence... branches) {
            link(step);
            for (Sequence b : branches) {
                open.addAll(b.open);
            }
        }

        void append(Sequence more) {
            link(more.first());
            open = more.open;
        }

        void end(Code last) {
            link(last);
        }

        Code first() {
            Code f = first;
            if (f == null) {
                f = new Steps.Continue();
                add(f);
            }
            return f;
        }
    }

    private void emit(List<Goal> goals, int from, Sequence to, boolean last, int cutPlace) {
        for (int i = from; i < goals.size(); i++) {
            emit(goals.get(i), to, last && i == goals.size() - 1, cutPlace);
        }
        if (last && from >= goals.size()) {
            to.end(Proceed.INSTANCE);
        }
    }

    private void emit(Goal goal, Sequence to, boolean last, int cutPlace) {
        if (goal instanceof Goal.Call c) {
            call(c, to, last);
        } else if (goal instanceof Goal.Conjunction c) {
            emit(c.goals(), 0, to, last, cutPlace);
        } else if (goal instanceof Goal.Disjunction d) {
            disjunction(d, to, last, cutPlace);
        } else if (goal instanceof Goal.Condition c) {
            condition(c, to, last, cutPlace);
        } else if (goal instanceof Goal.Negation n) {
            negation(n, to, last);
        } else if (goal instanceof Goal.Cut) {
            finish(to, cutPlace < 0 ? new Steps.Cut() : new Steps.CutTo(cutPlace), last);
        } else if (goal instanceof Goal.Fail) {
            to.end(Backtrack.INSTANCE);
        } else if (last) {
            to.end(Proceed.INSTANCE);
        }
    }

    private static void finish(Sequence to, Code step, boolean last) {
        to.add(step);
        if (last) {
            to.end(Proceed.INSTANCE);
        }
    }

    private Sequence branch(Goal goal, boolean last, int cutPlace) {
        Sequence s = new Sequence();
        emit(goal, s, last, cutPlace);
        s.first();
        return s;
    }

    private void disjunction(Goal.Disjunction d, Sequence to, boolean last, int cutPlace) {
        initialiseShared(to, d.left(), d.right());
        Steps.Try step = new Steps.Try(frameSize, -1);
        boolean[] before = seen.clone();
        Sequence left = branch(d.left(), last, cutPlace);
        restore(before);
        Sequence right = branch(d.right(), last, cutPlace);
        restore(before);
        step.first = left.first();
        step.second = right.first();
        to.addBranching(step, left, right);
    }

    private void restore(boolean[] before) {
        System.arraycopy(before, 0, seen, 0, seen.length);
    }

    private void condition(Goal.Condition c, Sequence to, boolean last, int cutPlace) {
        Goal tested = new Goal.Conjunction(List.of(c.test(), c.then()));
        initialiseShared(to, tested, c.otherwise());
        boolean[] before = seen.clone();
        if (onlyGuards(c.test())) {
            Steps.Branch step = new Steps.Branch(clause, guards(c.test()));
            Sequence then = branch(c.then(), last, cutPlace);
            restore(before);
            Sequence otherwise = branch(c.otherwise(), last, cutPlace);
            restore(before);
            step.then = then.first();
            step.otherwise = otherwise.first();
            to.addBranching(step, then, otherwise);
            return;
        }
        int barrier = nextBarrier++;
        Steps.Try step = new Steps.Try(frameSize, barrier);
        Sequence then = new Sequence();
        emit(c.test(), then, false, barrier);
        then.add(c.soft() ? new Steps.SoftCut(barrier) : new Steps.Commit(barrier));
        emit(c.then(), then, last, cutPlace);
        restore(before);
        Sequence otherwise = branch(c.otherwise(), last, cutPlace);
        restore(before);
        step.first = then.first();
        step.second = otherwise.first();
        to.addBranching(step, then, otherwise);
    }

    private void negation(Goal.Negation n, Sequence to, boolean last) {
        boolean[] before = seen.clone();
        if (onlyGuards(n.goal())) {
            initialiseShared(to, n.goal(), new Goal.True());
            Steps.Branch step = new Steps.Branch(clause, guards(n.goal()));
            step.then = Backtrack.INSTANCE;
            Sequence after = new Sequence();
            step.otherwise = after.first();
            to.addBranching(step, after);
        } else {
            initialiseShared(to, n.goal(), new Goal.True());
            before = seen.clone();
            int barrier = nextBarrier++;
            Sequence inner = new Sequence();
            emit(n.goal(), inner, false, barrier);
            inner.add(new Negating.Answered(barrier));
            restore(before);
            Pattern term = pattern(n.term());
            restore(before);
            Sequence tabled = new Sequence();
            call(TableBuiltins.negation(n.term(), n.module()), tabled, false);
            Negating.Try step = new Negating.Try(term, frameSize, barrier);
            Sequence refuted = new Sequence();
            step.goal = inner.first();
            step.tabled = tabled.first();
            step.refuted = refuted.first();
            to.addBranching(step, tabled, refuted);
        }
        restore(before);
        if (last) {
            to.end(Proceed.INSTANCE);
        }
    }

    /** Sets variables that first occur in branches and are used beyond one of them. */
    private void initialiseShared(Sequence to, Goal left, Goal right) {
        int[] inLeft = new int[total.length];
        int[] inRight = new int[total.length];
        occurrences(left, inLeft);
        occurrences(right, inRight);
        int[] places = new int[total.length];
        int n = 0;
        for (int s = 0; s < total.length; s++) {
            boolean occurs = inLeft[s] + inRight[s] > 0;
            if (occurs && !seen[s] && inLeft[s] != total[s] && inRight[s] != total[s]) {
                seen[s] = true;
                places[n++] = place[s];
            }
        }
        if (n > 0) {
            to.add(new Steps.Initialise(Arrays.copyOf(places, n)));
        }
    }

    private static void occurrences(Goal g, int[] counts) {
        if (counts.length == 0) {
            return;
        }
        if (g instanceof Goal.Call c) {
            forEachSlot(c.term(), slot -> counts[slot]++);
        } else if (g instanceof Goal.Conjunction c) {
            c.goals().forEach(inner -> occurrences(inner, counts));
        } else if (g instanceof Goal.Disjunction d) {
            occurrences(d.left(), counts);
            occurrences(d.right(), counts);
        } else if (g instanceof Goal.Condition c) {
            occurrences(c.test(), counts);
            occurrences(c.then(), counts);
            occurrences(c.otherwise(), counts);
        } else if (g instanceof Goal.Negation n) {
            occurrences(n.goal(), counts);
        }
    }

    // ---- Calls ----

    private void call(Goal.Call c, Sequence to, boolean last) {
        Guard g = guard(c);
        if (g != null) {
            finish(to, new Steps.Test(clause, g), last);
            return;
        }
        Inline inline = Inline.of(c);
        if (inline == Inline.UNIFY) {
            Struct s = (Struct) c.term();
            finish(to, unify(s.args[0], s.args[1]), last);
        } else if (inline == Inline.IS) {
            Struct s = (Struct) c.term();
            Expression e = expression(s.args[1]);
            finish(to, new Steps.Is(clause, pattern(s.args[0]), e), last);
        } else if (inline == Inline.BUILTIN) {
            Predicate p = c.module().database().system().predicate(predicate(c).functor);
            Det det = ((Builtin.Deterministic) p.procedure).code;
            finish(
                    to,
                    new Steps.CallBuiltin(clause, p, det, c.module(), arguments(c.term())),
                    last);
        } else {
            finish(
                    to,
                    new Steps.Call(
                            clause, predicate(c), c.module(), arguments(c.term()), frameSize, last),
                    last);
        }
    }

    private static Predicate predicate(Goal.Call c) {
        Predicate p = c.predicate();
        if (p != null) {
            return p;
        }
        Functor f = c.term() instanceof Compound s ? s.functor() : Functor.of((Atom) c.term(), 0);
        return c.module().predicate(f);
    }

    /** How a call can be done in place, without ending the first chunk of a clause. */
    private enum Inline {
        NO,
        UNIFY,
        IS,
        BUILTIN;

        private static final Functor IS_FUNCTOR = Functor.of("is", 2);

        static Inline of(Goal.Call c) {
            if (c.predicate() != null) {
                return NO;
            }
            Term t = c.term();
            Functor f = t instanceof Compound s ? s.functor() : Functor.of((Atom) t, 0);
            if (!c.module().inheritsProtected(f)) {
                return NO;
            }
            if (f == Functor.EQUALS) {
                return UNIFY;
            } else if (f == IS_FUNCTOR) {
                return IS;
            }
            return c.module().database().system().predicate(f).procedure
                            instanceof Builtin.Deterministic
                    ? BUILTIN
                    : NO;
        }
    }

    /** Whether a call is done in place. */
    static boolean isInline(Goal.Call c) {
        return Guards.isGuard(c) || Inline.of(c) != Inline.NO;
    }

    private static boolean onlyGuards(Goal g) {
        if (g instanceof Goal.Conjunction c) {
            for (Goal inner : c.goals()) {
                if (!onlyGuards(inner)) {
                    return false;
                }
            }
            return true;
        }
        return g instanceof Goal.True || g instanceof Goal.Call c && Guards.isGuard(c);
    }

    private Guard[] guards(Goal g) {
        List<Guard> found = new ArrayList<>();
        collectGuards(g, found);
        return found.toArray(new Guard[0]);
    }

    private void collectGuards(Goal g, List<Guard> found) {
        if (g instanceof Goal.Conjunction c) {
            c.goals().forEach(inner -> collectGuards(inner, found));
        } else if (g instanceof Goal.Call c) {
            found.add(Guards.make(this, c));
        }
    }

    private @Nullable Guard guard(Goal g) {
        return g instanceof Goal.Call c && Guards.isGuard(c) ? Guards.make(this, c) : null;
    }

    private Steps.Unify unify(Term left, Term right) {
        boolean valueFirst =
                right instanceof Slot r && !seen[r.index()]
                        || left instanceof Slot l && seen[l.index()];
        Pattern value = pattern(valueFirst ? left : right);
        return new Steps.Unify(value, pattern(valueFirst ? right : left));
    }

    // ---- Terms ----

    private Pattern[] arguments(Term t) {
        return t instanceof Compound c ? patterns(c) : new Pattern[0];
    }

    private Pattern[] patterns(Compound c) {
        Pattern[] patterns = new Pattern[c.arity()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = pattern(c.arg(i));
        }
        return patterns;
    }

    /** The pattern of a term of the clause; of a term of a running goal, the term itself. */
    Pattern pattern(Term t) {
        return clause == null ? new Pattern.Literal(t) : pattern(t, 0);
    }

    private Pattern pattern(Term t, int depth) {
        if (t instanceof Slot s) {
            return slot(s.index());
        } else if (t instanceof Atom a) {
            return new Pattern.OfAtom(a);
        } else if (t instanceof Int i) {
            return new Pattern.OfInt(i);
        } else if (t instanceof Compound c) {
            return compound(c, depth);
        }
        return new Pattern.Literal(t);
    }

    private Pattern compound(Compound c, int depth) {
        if (depth > MAX_PATTERN_DEPTH || isBigGround(c)) {
            return stored(c);
        } else if (c instanceof Cons cell) {
            return list(cell, depth);
        }
        Pattern[] args = new Pattern[c.arity()];
        for (int i = 0; i < args.length; i++) {
            args[i] = pattern(c.arg(i), depth + 1);
        }
        return new Pattern.OfStruct(c.functor(), args);
    }

    private Pattern list(Cons cell, int depth) {
        List<Pattern> heads = new ArrayList<>();
        Term rest = cell;
        while (rest instanceof Cons c) {
            heads.add(pattern(c.head, depth + 1));
            rest = c.tail;
        }
        Pattern tail = pattern(rest, depth + 1);
        for (int i = heads.size() - 1; i >= 0; i--) {
            tail = new Pattern.OfCons(heads.get(i), tail);
        }
        return tail;
    }

    private Pattern slot(int s) {
        if (seen[s]) {
            return new Pattern.Next(place[s]);
        }
        if (total[s] == 1) {
            return Pattern.Anonymous.INSTANCE;
        }
        seen[s] = true;
        return new Pattern.First(place[s]);
    }

    private static boolean isBigGround(Compound c) {
        int nodes = 0;
        ArrayDeque<Compound> agenda = new ArrayDeque<>();
        agenda.push(c);
        while (!agenda.isEmpty()) {
            Compound next = agenda.pop();
            for (int i = 0; i < next.arity(); i++) {
                nodes++;
                Term arg = next.arg(i);
                if (arg instanceof Slot) {
                    return false;
                } else if (arg instanceof Compound inner) {
                    agenda.push(inner);
                }
            }
        }
        return nodes > BIG_GROUND;
    }

    private Pattern stored(Compound c) {
        int[] firsts = new int[total.length];
        int[] n = {0};
        forEachSlot(
                c,
                slot -> {
                    if (!seen[slot]) {
                        seen[slot] = true;
                        firsts[n[0]++] = place[slot];
                    }
                });
        return new Pattern.OfStored(c, place, Arrays.copyOf(firsts, n[0]));
    }

    // ---- Arithmetic ----

    /**
     * The expression for a term; what cannot be known now is interpreted when it runs, so that
     * errors are raised then.
     */
    Expression expression(Term t) {
        return clause == null
                ? new Expression.Interpreted(new Pattern.Literal(t))
                : expression(t, 0);
    }

    private Expression expression(Term t, int depth) {
        if (t instanceof Numeric n) {
            return new Expression.Constant(n);
        } else if (t instanceof Slot s && seen[s.index()]) {
            return new Expression.Variable(place[s.index()]);
        } else if (t instanceof Struct s && depth < MAX_PATTERN_DEPTH && s.args.length <= 2) {
            Evaluable function = Evaluables.find(s.functor());
            if (function != null && s.args.length == 1) {
                return new Expression.Unary(function, expression(s.args[0], depth + 1));
            } else if (function != null && s.args.length == 2) {
                Expression left = expression(s.args[0], depth + 1);
                return Expression.Binary.of(function, left, expression(s.args[1], depth + 1));
            }
        } else if (t instanceof Atom a
                && Evaluables.find(Functor.of(a, 0)) instanceof Evaluable function) {
            return new Expression.Nullary(function);
        }
        return new Expression.Interpreted(pattern(t));
    }
}
