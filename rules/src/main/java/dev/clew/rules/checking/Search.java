package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plain interpreter of clauses: depth first, from left to right (ISO 13211-1, 7.7), with what is
 * still to be done and what else could be tried on stacks of its own. It serves to find out that
 * something has no proof, or what all its solutions are. What it does not know, it does not decide.
 */
final class Search {
    /** One search within another, for a negation or a table; each takes Java stack. */
    private static final int MAX_NESTING = 150;

    private static final Functor LAMBDA = Functor.of(">>", 2);

    /** Conditions that bind nothing. */
    private static final Set<String> TESTS =
            Set.of(
                    "var/1",
                    "nonvar/1",
                    "atom/1",
                    "number/1",
                    "integer/1",
                    "float/1",
                    "atomic/1",
                    "compound/1",
                    "callable/1",
                    "is_list/1",
                    "ground/1",
                    "string/1",
                    "==/2",
                    "\\==/2",
                    "=:=/2",
                    "=\\=/2",
                    "</2",
                    ">/2",
                    "=</2",
                    ">=/2",
                    "@</2",
                    "@>/2",
                    "@=</2",
                    "@>=/2");

    private static final Rest FAILURE = new Rest(Atom.FAIL, Atom.USER, 0, null);

    private final Program program;
    private final Bindings bindings;
    private final BuiltIns builtIns;
    private final Budget budget;
    private final Tables tables;
    private final boolean isExact;
    private final int nesting;
    private final List<Choice> choices = new ArrayList<>();

    /**
     * What is still to be done.
     *
     * @param work a goal, or a {@link Drop}
     * @param module where the goal is called
     * @param cut how many choices a cut leaves
     * @param next what comes after it; null for nothing
     */
    private record Rest(Object work, Atom module, int cut, @Nullable Rest next) {}

    /** Drops all choices above a height; if {@code only} is there, that one and no other. */
    private record Drop(int height, @Nullable Choice only) {}

    /** What else could be tried. */
    private static final class Choice {
        final int mark;
        final Rest rest;
        final Term goal;
        final List<ClauseText> clauses;
        final List<Term[]> ways;
        int at;
        boolean isDropped;

        Choice(int mark, Rest rest, Term goal, List<ClauseText> clauses, List<Term[]> ways) {
            this.mark = mark;
            this.rest = rest;
            this.goal = goal;
            this.clauses = clauses;
            this.ways = ways;
        }
    }

    private Search(
            Program program,
            Bindings bindings,
            Budget budget,
            Tables tables,
            boolean isExact,
            int nesting) {
        if (nesting > MAX_NESTING) {
            throw new Undecided("to find out takes too deep a search");
        }
        this.program = program;
        this.bindings = bindings;
        this.builtIns = new BuiltIns(bindings, isExact);
        this.budget = budget;
        this.tables = tables;
        this.isExact = isExact;
        this.nesting = nesting;
    }

    /**
     * Whether a goal has a solution. If so, the bindings are those of the first one.
     *
     * @param isExact see {@link BuiltIns}
     */
    static boolean holds(
            Program program,
            Bindings bindings,
            Budget budget,
            boolean isExact,
            Term goal,
            Atom module) {
        Tables tables = new Tables(null);
        return new Search(program, bindings, budget, tables, isExact, 0).decide(goal, module);
    }

    /** Whether a goal has a solution, tabled ones evaluated to the end. */
    private boolean decide(Term goal, Atom module) {
        int mark = bindings.mark();
        while (true) {
            tables.begin();
            Search s = new Search(program, bindings, budget, tables, isExact, nesting);
            if (s.run(new Rest(goal, module, 0, null))) {
                return true;
            }
            bindings.undo(mark);
            if (tables.end()) {
                return false;
            }
        }
    }

    private Search nested() {
        return new Search(program, bindings, budget, new Tables(tables), isExact, nesting + 1);
    }

    /** All solutions of a goal, each as a copy of {@code template}. */
    private List<Term> all(Term template, Term goal, Atom module) {
        int mark = bindings.mark();
        while (true) {
            tables.begin();
            Search s = new Search(program, bindings, budget, tables, isExact, nesting);
            List<Term> found = new ArrayList<>();
            boolean isThere = s.run(new Rest(goal, module, 0, null));
            while (isThere) {
                found.add(bindings.copy(template, new HashMap<>()));
                isThere = s.run(s.backtrack());
            }
            bindings.undo(mark);
            if (tables.end()) {
                return found;
            }
        }
    }

    // ---- The loop ----

    private boolean run(@Nullable Rest start) {
        Rest r = start;
        while (r != null) {
            if (r == FAILURE) {
                r = backtrack();
                if (r == FAILURE) {
                    return false;
                }
            } else {
                budget.step();
                r = step(r);
            }
        }
        return true;
    }

    /** Tries what else there is; {@link #FAILURE} if nothing is left. */
    private @Nullable Rest backtrack() {
        while (!choices.isEmpty()) {
            Choice c = choices.get(choices.size() - 1);
            bindings.undo(c.mark);
            if (c.isDropped) {
                choices.removeLast();
            } else if (!c.clauses.isEmpty()) {
                Rest next = tryClauses(c);
                if (next != FAILURE) {
                    return next;
                }
            } else {
                Rest next = tryWays(c);
                if (next != FAILURE) {
                    return next;
                }
            }
        }
        return FAILURE;
    }

    private void dropTo(int height) {
        while (choices.size() > height) {
            choices.removeLast();
        }
    }

    private @Nullable Rest step(Rest r) {
        if (r.work instanceof Drop d) {
            if (d.only == null) {
                dropTo(d.height);
            } else {
                d.only.isDropped = true;
            }
            return r.next;
        }
        Term goal = bindings.walk((Term) r.work);
        if (goal instanceof Var) {
            throw new Raised("a goal is a variable");
        }
        Functor f = Terms.functor(goal);
        if (f == null) {
            throw new Raised("a goal is not callable");
        }
        return control(goal, f, r);
    }

    // ---- Control constructs ----

    private @Nullable Rest control(Term goal, Functor f, Rest r) {
        Term[] a = Terms.arguments(goal);
        switch (Terms.key(f)) {
            case ",/2":
                return goal(a[0], r, goal(a[1], r, r.next));
            case "true/0", "otherwise/0":
                return r.next;
            case "!/0":
                dropTo(r.cut);
                return r.next;
            case ";/2", "|/2":
                return disjunction(a, r);
            case "->/2":
                return condition(a[0], choices.size(), r, goal(a[1], r, r.next));
            case "*->/2":
                return opaque(a[0], r, goal(a[1], r, r.next));
            case "\\+/1", "not/1", "tnot/1", "sk_not/1":
                return negation(a[0], r);
            case "once/1":
                return condition(a[0], choices.size(), r, r.next);
            case "ignore/1":
                return ifThenElse(a[0], r.next, r.next, r);
            case "forall/2":
                return negation(Struct.of(Functor.COMMA, a[0], Struct.of(Terms.NOT, a[1])), r);
            case "catch/3":
                return opaque(a[0], r, r.next);
            case ":/2":
                return qualified(a, r);
            case "phrase/2":
                return phrase(a[0], a[1], Atom.NIL, r);
            case "phrase/3":
                return phrase(a[0], a[1], a[2], r);
            case "undefined/0":
                throw new Undecided("its truth is undefined");
            default:
                if (f.name() == LAMBDA.name() && f.arity() > 2) {
                    return lambda(a, r);
                }
                return f.name().name().equals("call") && f.arity() > 0
                        ? call(a, r)
                        : predicate(goal, f, r);
        }
    }

    private static Rest goal(Term goal, Rest like, @Nullable Rest next) {
        return new Rest(goal, like.module, like.cut, next);
    }

    /** A goal whose cuts stay within it. */
    private Rest opaque(Term goal, Rest like, @Nullable Rest next) {
        return new Rest(goal, like.module, choices.size(), next);
    }

    /** The first solution of a goal, then {@code next}. */
    private Rest condition(Term goal, int height, Rest like, @Nullable Rest next) {
        Rest committed = new Rest(new Drop(height, null), like.module, 0, next);
        return opaque(goal, like, committed);
    }

    private Choice push(@Nullable Rest alternative, Rest like) {
        Rest rest = new Rest(Atom.TRUE, like.module, 0, alternative);
        List<Term[]> once = List.<Term[]>of(new Term[0]);
        Choice c = new Choice(bindings.mark(), rest, Atom.TRUE, List.of(), once);
        choices.add(c);
        return c;
    }

    private Rest ifThenElse(Term condition, @Nullable Rest then, @Nullable Rest orElse, Rest r) {
        requireTest(condition);
        int height = choices.size();
        push(orElse, r);
        return condition(condition, height, r, then);
    }

    /**
     * That a condition fails for rigid variables does not mean that it fails: they could have been
     * given values. A test gives none.
     */
    private void requireTest(Term condition) {
        Term goal = bindings.walk(condition);
        Functor f = Terms.functor(goal);
        boolean isTest = f != null && TESTS.contains(Terms.key(f));
        if (!isTest && bindings.hasRigid(withoutLambda(goal))) {
            throw new Undecided("a condition has variables without a value");
        }
    }

    /** A goal with no lambda expression to be called: the variables of that are its own. */
    private Term withoutLambda(Term goal) {
        if (goal instanceof Struct s
                && s.name().name().equals("call")
                && s.args.length > 0
                && bindings.walk(s.args[0]) instanceof Struct lambda
                && lambda.functor() == LAMBDA
                && !Terms.is(bindings.walk(lambda.args[0]), "/", 2)) {
            Term[] others = s.args.clone();
            others[0] = Atom.TRUE;
            return Struct.of(s.functor(), others);
        }
        return goal;
    }

    /**
     * {@code Free/[X1, ...]>>Body} called with arguments: a copy that shares the variables of Free
     * (library(yall)).
     */
    private Rest lambda(Term[] a, Rest r) {
        Term parameters = bindings.walk(a[0]);
        Map<Var, Term> renaming = new HashMap<>();
        if (parameters instanceof Struct s && s.functor() == Functor.SLASH) {
            for (Var v : bindings.variables(s.args[0])) {
                renaming.put(v, v);
            }
            parameters = bindings.walk(s.args[1]);
        }
        Term open = bindings.copy(Struct.of(Functor.PAIR, parameters, a[1]), renaming);
        Term rest = bindings.walk(((Compound) open).arg(0));
        Rest next = r.next;
        int used = 2;
        List<Term> equations = new ArrayList<>();
        while (used < a.length && rest instanceof Cons c) {
            equations.add(Struct.of(Functor.EQUALS, c.head, a[used++]));
            rest = bindings.walk(c.tail);
        }
        Term[] more = Arrays.copyOfRange(a, used, a.length);
        Term body = Terms.extended(bindings.walk(((Compound) open).arg(1)), more);
        if (body == null) {
            throw new Raised("a goal is not callable");
        }
        next = opaque(body, r, next);
        for (int i = equations.size() - 1; i >= 0; i--) {
            next = goal(equations.get(i), r, next);
        }
        return next;
    }

    private Rest disjunction(Term[] a, Rest r) {
        Rest orElse = goal(a[1], r, r.next);
        Term left = bindings.walk(a[0]);
        if (left instanceof Struct s && s.functor() == Terms.ARROW) {
            return ifThenElse(s.args[0], goal(s.args[1], r, r.next), orElse, r);
        } else if (left instanceof Struct s && s.functor() == Terms.SOFT_ARROW) {
            requireTest(s.args[0]);
            Choice alternative = push(orElse, r);
            Rest then = goal(s.args[1], r, r.next);
            return opaque(s.args[0], r, new Rest(new Drop(0, alternative), r.module, 0, then));
        }
        push(orElse, r);
        return goal(left, r, r.next);
    }

    /** Bindings made by a negated goal are undone, so it is decided apart. */
    private @Nullable Rest negation(Term goal, Rest r) {
        int mark = bindings.mark();
        boolean holds = nested().decide(bindings.opened(goal), r.module);
        bindings.undo(mark);
        return holds ? FAILURE : r.next;
    }

    private @Nullable Rest qualified(Term[] a, Rest r) {
        if (!(bindings.walk(a[0]) instanceof Atom module)) {
            throw new Raised("a module must be an atom");
        }
        return new Rest(a[1], module, r.cut, r.next);
    }

    private Rest call(Term[] a, Rest r) {
        Term[] more = Arrays.copyOfRange(a, 1, a.length);
        Term extended = Terms.extended(bindings.walk(a[0]), more);
        if (extended == null) {
            throw new Raised("a goal is not callable");
        }
        return opaque(extended, r, r.next);
    }

    private Rest phrase(Term body, Term list, Term rest, Rest r) {
        Var before = bindings.fresh();
        Var after = bindings.fresh();
        Term translated = Grammar.goal(body, before, after, bindings);
        Rest goal = opaque(translated, r, r.next);
        return goal(
                Struct.of(Functor.EQUALS, before, list),
                r,
                goal(Struct.of(Functor.EQUALS, after, rest), r, goal));
    }

    // ---- Predicates ----

    private @Nullable Rest predicate(Term goal, Functor f, Rest r) {
        List<PredicateName> meanings = program.meanings(r.module, f);
        if (meanings.isEmpty()) {
            Term result = new Collecting(bindings).result(goal, (t, g) -> collected(t, g, r));
            if (result != null) {
                Term[] a = Terms.arguments(goal);
                return bindings.unify(a[a.length - 1], result) ? r.next : FAILURE;
            }
            List<Term[]> ways = builtIns.ways(goal);
            if (ways != null) {
                return choose(goal, List.of(), ways, r);
            }
            PredicateName library = program.libraries().defining(f);
            meanings = library == null ? List.of() : List.of(library);
        }
        if (meanings.size() != 1) {
            throw new Undecided(
                    meanings.isEmpty()
                            ? f + " is not decided here"
                            : "which " + f + " is meant is not clear");
        }
        return user(meanings.get(0), goal, r);
    }

    private List<Term> collected(Term template, Term goal, Rest r) {
        Compound open = (Compound) bindings.opened(Struct.of(Functor.PAIR, template, goal));
        return nested().all(open.arg(0), open.arg(1), r.module);
    }

    private @Nullable Rest user(PredicateName p, Term goal, Rest r) {
        if (program.isUnstable(p)) {
            throw new Undecided("the clauses of " + p + " may change while the program runs");
        } else if (program.moded.contains(p)) {
            throw new Undecided("the table of " + p + " keeps the best answers only");
        } else if (program.rewriting() != null && !program.isLibrary(p.module())) {
            throw new Undecided("the program rewrites its clauses (" + program.rewriting() + ")");
        }
        List<ClauseText> clauses = program.clauses(p);
        if (program.isLibrary(p.module()) && wantModules(clauses, goal)) {
            throw new Undecided("the arguments of " + p + " belong to modules");
        }
        return program.tabled.contains(p)
                ? choose(goal, List.of(), tabled(p, goal, clauses, r), r)
                : choose(goal, clauses, List.of(), r);
    }

    /** Whether heads expect modules in front of arguments that have none. */
    private boolean wantModules(List<ClauseText> clauses, Term goal) {
        for (ClauseText c : clauses) {
            Term[] x = Terms.arguments(c.head());
            Term[] y = Terms.arguments(goal);
            for (int i = 0; i < x.length; i++) {
                if (Terms.is(x[i].deref(), ":", 2) && !Terms.is(bindings.walk(y[i]), ":", 2)) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Rest choose(Term goal, List<ClauseText> clauses, List<Term[]> ways, Rest r) {
        Choice c = new Choice(bindings.mark(), r, goal, clauses, ways);
        choices.add(c);
        return clauses.isEmpty() ? tryWays(c) : tryClauses(c);
    }

    /** Goes on with the next way that is one; drops the choice before the last. */
    private @Nullable Rest tryWays(Choice c) {
        while (c.at < c.ways.size()) {
            Term[] equations = c.ways.get(c.at++);
            if (c.at == c.ways.size()) {
                choices.removeLast();
            }
            boolean holds = true;
            for (int i = 0; holds && i < equations.length; i += 2) {
                holds = bindings.unify(equations[i], equations[i + 1]);
            }
            if (holds) {
                return c.rest.next;
            }
            bindings.undo(c.mark);
        }
        if (c.ways.isEmpty()) {
            choices.removeLast();
        }
        return FAILURE;
    }

    private @Nullable Rest tryClauses(Choice c) {
        int height = choices.size() - 1;
        while (c.at < c.clauses.size()) {
            ClauseText clause = c.clauses.get(c.at++);
            if (c.at == c.clauses.size()) {
                choices.removeLast();
            }
            if (canMatch(clause.head(), c.goal)) {
                budget.step();
                Struct own = clause.renamed(bindings);
                if (bindings.unify(own.args[0], c.goal)) {
                    return body(own, clause, height, c.rest);
                }
            }
        }
        return FAILURE;
    }

    private static @Nullable Rest body(Struct own, ClauseText clause, int height, Rest r) {
        Rest next = r.next;
        for (int i = own.args.length - 1; i > 0; i--) {
            next = new Rest(own.args[i], clause.context(), height, next);
        }
        return next;
    }

    /** Whether head and goal do not differ at the top of an argument: most clauses do. */
    private boolean canMatch(Term head, Term goal) {
        Term[] x = Terms.arguments(head);
        Term[] y = Terms.arguments(goal);
        for (int i = 0; i < x.length && i < 4; i++) {
            Term a = x[i].deref();
            Term b = bindings.walk(y[i]);
            if (a instanceof Var || b instanceof Var v && Bindings.isFlexible(v)) {
                continue;
            }
            boolean same =
                    a instanceof Compound c
                            ? b instanceof Compound d && c.functor() == d.functor()
                            : a.equals(b);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    // ---- Tables ----

    private List<Term[]> tabled(PredicateName p, Term goal, List<ClauseText> clauses, Rest r) {
        String key = p + " " + Tables.key(goal, bindings);
        Tables.Table table = tables.table(key);
        if (tables.needsEvaluation(table)) {
            evaluate(table, goal, clauses, r);
        }
        List<Term[]> ways = new ArrayList<>();
        for (Term answer : table.answers) {
            ways.add(new Term[] {goal, bindings.copy(answer, new HashMap<>())});
        }
        return ways;
    }

    private void evaluate(Tables.Table table, Term goal, List<ClauseText> clauses, Rest r) {
        int mark = bindings.mark();
        Term call = bindings.copy(goal, new HashMap<>());
        Search s = new Search(program, bindings, budget, tables, isExact, nesting + 1);
        Rest after = new Rest(Atom.TRUE, r.module, 0, null);
        boolean isThere = !clauses.isEmpty() && s.run(s.choose(call, clauses, List.of(), after));
        while (isThere) {
            tables.add(table, bindings.copy(call, new HashMap<>()), bindings);
            isThere = s.run(s.backtrack());
        }
        bindings.undo(mark);
    }
}
