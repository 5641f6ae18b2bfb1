package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Built-in predicates whose truth follows from their arguments alone. A goal holds in a number of
 * <em>ways</em>: each is a list of terms to be unified, the first with the second, the third with
 * the fourth, and so on. No way at all means that the goal fails.
 */
final class BuiltIns {
    private static final List<Term[]> NO = List.of();
    private static final List<Term[]> YES = List.<Term[]>of(new Term[0]);

    /** What a predicate does. */
    private interface Rule {
        List<Term[]> ways(BuiltIns self, Term[] a);
    }

    private static final Map<String, Rule> RULES = rules();

    private final Bindings bindings;
    private final TextBuiltIns texts;

    /**
     * Whether goals are as they were when they were called. If not, they may have been less bound
     * then, and some tests could have come out otherwise.
     */
    private final boolean isExact;

    BuiltIns(Bindings bindings, boolean isExact) {
        this.bindings = bindings;
        this.texts = new TextBuiltIns(bindings);
        this.isExact = isExact;
    }

    /** The ways in which a goal holds; null if its predicate is not known here. */
    @Nullable List<Term[]> ways(Term goal) {
        Functor f = Terms.functor(goal);
        if (f == null) {
            return null;
        }
        String name = Terms.key(f);
        Term[] arguments = Terms.arguments(goal).clone();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = bindings.walk(arguments[i]);
        }
        Rule rule = RULES.get(name);
        return rule != null ? rule.ways(this, arguments) : texts.ways(name, arguments);
    }

    /** Whether a goal's predicate is known here. */
    static boolean knows(Functor f) {
        String name = Terms.key(f);
        return RULES.containsKey(name) || TextBuiltIns.knows(name);
    }

    static List<Term[]> when(boolean holds) {
        return holds ? YES : NO;
    }

    static List<Term[]> way(Term... equations) {
        return List.<Term[]>of(equations);
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> r = new HashMap<>();
        for (String name : new String[] {"true/0", "otherwise/0", "!/0", "garbage_collect/0"}) {
            r.put(name, (s, a) -> YES);
        }
        r.put("fail/0", (s, a) -> NO);
        r.put("false/0", (s, a) -> NO);
        comparisons(r);
        types(r);
        arithmetic(r);
        terms(r);
        lists(r);
        return r;
    }

    // ---- Unification and comparison ----

    private static void comparisons(Map<String, Rule> r) {
        r.put("=/2", (s, a) -> way(a[0], a[1]));
        r.put("unify_with_occurs_check/2", (s, a) -> way(a[0], a[1]));
        r.put("\\=/2", (s, a) -> when(!s.asVariables(a)));
        r.put("==/2", (s, a) -> when(s.compare(a[0], a[1]) == 0));
        r.put("\\==/2", (s, a) -> s.changing(s.compare(a[0], a[1]) != 0));
        r.put("@</2", (s, a) -> s.ordered(a, s.compare(a[0], a[1]) < 0));
        r.put("@=</2", (s, a) -> s.ordered(a, s.compare(a[0], a[1]) <= 0));
        r.put("@>/2", (s, a) -> s.ordered(a, s.compare(a[0], a[1]) > 0));
        r.put("@>=/2", (s, a) -> s.ordered(a, s.compare(a[0], a[1]) >= 0));
        r.put(
                "compare/3",
                (s, a) -> {
                    int c = s.compare(a[1], a[2]);
                    Atom order = Atom.of(c < 0 ? "<" : c > 0 ? ">" : "=");
                    boolean holds = s.bindings.unifiable(a[0], order);
                    return holds ? way(a[0], order) : s.ordered(new Term[] {a[1], a[2]}, false);
                });
        r.put("=@=/2", (s, a) -> s.changing(s.areVariants(a[0], a[1])));
        r.put("\\=@=/2", (s, a) -> s.changing(!s.areVariants(a[0], a[1])));
    }

    private int compare(Term a, Term b) {
        return Order.compare(bindings.resolve(a), bindings.resolve(b));
    }

    /**
     * Whether two terms can be made equal, whatever variables they have: those of a proof were
     * variables when the goal was called.
     */
    private boolean asVariables(Term[] a) {
        Map<Var, Term> renaming = new HashMap<>();
        return bindings.unifiable(bindings.copy(a[0], renaming), bindings.copy(a[1], renaming));
    }

    /**
     * The answer to a test that may have held although it does not now: bindings that came later
     * can have made it false.
     */
    private List<Term[]> changing(boolean holds) {
        if (!holds && !isExact) {
            throw new Undecided("whether it holds depends on when it was called");
        }
        return when(holds);
    }

    /** As {@link #changing}, of the order of terms, in which variables have no certain place. */
    private List<Term[]> ordered(Term[] a, boolean holds) {
        boolean isGround = isGround(a[0]) && isGround(a[1]);
        if (!isGround && compare(a[0], a[1]) != 0) {
            throw new Undecided("the order of variables is not in the program");
        }
        return changing(holds);
    }

    private boolean isGround(Term t) {
        return bindings.variables(t).isEmpty();
    }

    private boolean areVariants(Term a, Term b) {
        Term x = numbered(a);
        Term y = numbered(b);
        return Order.compare(x, y) == 0;
    }

    private Term numbered(Term t) {
        Map<Var, Term> names = new LinkedHashMap<>();
        for (Var v : bindings.variables(t)) {
            names.put(v, Struct.of("$variable", Int.of(names.size())));
        }
        return bindings.copy(t, names);
    }

    // ---- Types ----

    private static void types(Map<String, Rule> r) {
        r.put("var/1", (s, a) -> s.changing(a[0] instanceof Var));
        r.put("nonvar/1", (s, a) -> when(!(a[0] instanceof Var)));
        r.put("atom/1", (s, a) -> when(a[0] instanceof Atom));
        r.put("number/1", (s, a) -> when(a[0] instanceof Numeric));
        r.put("integer/1", (s, a) -> when(a[0] instanceof Int || a[0] instanceof BigInt));
        r.put("float/1", (s, a) -> when(a[0] instanceof Flt));
        r.put("rational/1", (s, a) -> when(a[0] instanceof Int || a[0] instanceof BigInt));
        r.put("string/1", (s, a) -> when(a[0] instanceof Str));
        r.put("atomic/1", (s, a) -> when(a[0] instanceof Atomic));
        r.put("compound/1", (s, a) -> when(a[0] instanceof Compound));
        r.put("callable/1", (s, a) -> when(a[0] instanceof Atom || a[0] instanceof Compound));
        r.put("is_list/1", (s, a) -> when(s.items(a[0]) != null));
        r.put("ground/1", (s, a) -> when(s.isGround(a[0])));
        r.put("is_assoc/1", (s, a) -> s.changing(a[0] == Atom.of("t") || Terms.is(a[0], "t", 5)));
    }

    // ---- Arithmetic ----

    private static void arithmetic(Map<String, Rule> r) {
        r.put("is/2", (s, a) -> way(a[0], s.value(a[1])));
        r.put("=:=/2", (s, a) -> when(s.difference(a) == 0));
        r.put("=\\=/2", (s, a) -> when(s.difference(a) != 0));
        r.put("</2", (s, a) -> when(s.difference(a) < 0));
        r.put("=</2", (s, a) -> when(s.difference(a) <= 0));
        r.put(">/2", (s, a) -> when(s.difference(a) > 0));
        r.put(">=/2", (s, a) -> when(s.difference(a) >= 0));
        r.put("succ/2", (s, a) -> s.successor(a));
        r.put("plus/3", (s, a) -> s.sum(a));
        r.put("between/3", (s, a) -> s.between(a));
    }

    private Numeric value(Term t) {
        return new Evaluation(bindings).value(t);
    }

    private int difference(Term[] a) {
        Numeric x = value(a[0]);
        Numeric y = value(a[1]);
        if (isNan(x) || isNan(y)) {
            throw new Undecided("it compares what is not a number");
        }
        return isZero(x) && isZero(y) ? 0 : Order.compareValues(x, y);
    }

    /** Also 0.0 with a sign, which the order of terms tells from the other one. */
    private static boolean isZero(Numeric n) {
        return n instanceof Flt f ? f.value() == 0 : Evaluation.integer(n).signum() == 0;
    }

    private static boolean isNan(Numeric n) {
        return n instanceof Flt f && Double.isNaN(f.value());
    }

    private List<Term[]> successor(Term[] a) {
        if (a[0] instanceof Int n && n.value() >= 0) {
            return way(a[1], Int.of(Evaluation.integer(n).add(java.math.BigInteger.ONE)));
        } else if (a[1] instanceof Int n && n.value() > 0) {
            return way(a[0], Int.of(n.value() - 1));
        }
        throw new Raised("its arguments must be natural numbers");
    }

    private List<Term[]> sum(Term[] a) {
        if (a[0] instanceof Numeric && a[1] instanceof Numeric) {
            return way(a[2], value(Struct.of("+", a[0], a[1])));
        }
        int unknown = a[0] instanceof Var ? 0 : 1;
        return way(a[unknown], value(Struct.of("-", a[2], a[1 - unknown])));
    }

    private List<Term[]> between(Term[] a) {
        if (!(a[0] instanceof Int low)) {
            throw new Raised("its first argument must be an integer");
        }
        boolean isOpen = a[1] == Atom.of("inf") || a[1] == Atom.of("infinite");
        if (!isOpen && !(a[1] instanceof Int)) {
            throw new Raised("its second argument must be an integer");
        }
        long high = a[1] instanceof Int h ? h.value() : Long.MAX_VALUE;
        if (a[2] instanceof Int n) {
            return when(low.value() <= n.value() && n.value() <= high);
        } else if (!(a[2] instanceof Var)) {
            throw new Raised("its third argument must be an integer");
        }
        if (high - low.value() > 100_000 || high - low.value() < 0 && high > low.value()) {
            throw new Undecided("it has too many solutions");
        }
        List<Term[]> ways = new ArrayList<>();
        for (long n = low.value(); n <= high; n++) {
            ways.add(new Term[] {a[2], Int.of(n)});
        }
        return ways;
    }

    // ---- Terms ----

    private static void terms(Map<String, Rule> r) {
        r.put("functor/3", (s, a) -> s.functor(a));
        r.put("arg/3", (s, a) -> s.argument(a));
        r.put("=../2", (s, a) -> s.univ(a));
        r.put("copy_term/2", (s, a) -> s.copyTerm(a));
        r.put("term_variables/2", (s, a) -> s.termVariables(a));
    }

    private List<Term[]> functor(Term[] a) {
        if (a[0] instanceof Compound c) {
            return way(a[1], c.name(), a[2], Int.of(c.arity()));
        } else if (a[0] instanceof Atomic) {
            return way(a[1], a[0], a[2], Int.of(0));
        } else if (!(a[2] instanceof Int n) || a[1] instanceof Var) {
            throw new Raised("name and arity must be known");
        } else if (n.value() == 0) {
            return way(a[0], a[1]);
        } else if (!(a[1] instanceof Atom name) || n.value() < 0 || n.value() > 10_000_000) {
            throw new Raised("there is no such functor");
        } else {
            Term[] args = new Term[(int) n.value()];
            for (int i = 0; i < args.length; i++) {
                args[i] = bindings.fresh();
            }
            return way(a[0], Struct.of(name, args));
        }
    }

    private List<Term[]> argument(Term[] a) {
        if (!(a[1] instanceof Compound c)) {
            throw new Raised("its second argument must be a compound");
        }
        if (a[0] instanceof Int n) {
            boolean isThere = n.value() >= 1 && n.value() <= c.arity();
            return isThere ? way(a[2], c.arg((int) n.value() - 1)) : NO;
        }
        List<Term[]> ways = new ArrayList<>();
        for (int i = 0; i < c.arity(); i++) {
            ways.add(new Term[] {a[0], Int.of(i + 1), a[2], c.arg(i)});
        }
        return ways;
    }

    private List<Term[]> univ(Term[] a) {
        if (a[0] instanceof Compound c) {
            List<Term> parts = new ArrayList<>();
            parts.add(c.name());
            for (int i = 0; i < c.arity(); i++) {
                parts.add(c.arg(i));
            }
            return way(a[1], Lists.of(parts));
        } else if (a[0] instanceof Atomic) {
            return way(a[1], Lists.of(a[0]));
        }
        List<Term> parts = items(a[1]);
        if (parts == null || parts.isEmpty()) {
            throw new Raised("its second argument must be a list that is not empty");
        }
        Term name = bindings.walk(parts.get(0));
        if (parts.size() == 1) {
            return way(a[0], name);
        } else if (!(name instanceof Atom atom)) {
            throw new Raised("a name must be an atom");
        } else {
            return way(a[0], Struct.of(atom, parts.subList(1, parts.size()).toArray(new Term[0])));
        }
    }

    private List<Term[]> copyTerm(Term[] a) {
        Term copy = bindings.copy(a[0], new HashMap<>());
        if (!isExact && !bindings.unifiable(a[1], copy)) {
            throw new Undecided("what is copied depends on when it was called");
        }
        return way(a[1], copy);
    }

    private List<Term[]> termVariables(Term[] a) {
        Term variables = Lists.of(new ArrayList<>(bindings.variables(a[0])));
        if (!isExact && !bindings.unifiable(a[1], variables)) {
            throw new Undecided("which variables there are depends on when it was called");
        }
        return way(a[1], variables);
    }

    // ---- Lists ----

    private static void lists(Map<String, Rule> r) {
        r.put("length/2", (s, a) -> s.length(a));
        r.put("memberchk/2", (s, a) -> s.memberchk(a));
        r.put("sort/2", (s, a) -> way(a[1], s.sorted(a[0], false, s.wholes())));
        r.put("msort/2", (s, a) -> way(a[1], s.sorted(a[0], true, s.wholes())));
        r.put("sort/4", (s, a) -> s.sortBy(a));
        r.put("keysort/2", (s, a) -> way(a[1], s.sorted(a[0], true, s.arguments(1))));
    }

    /** The elements of a list with bindings put in; null if it has no end. */
    @Nullable List<Term> items(Term list) {
        List<Term> items = new ArrayList<>();
        Term t = bindings.walk(list);
        while (t instanceof Cons c) {
            items.add(bindings.walk(c.head));
            t = bindings.walk(c.tail);
            if (items.size() > 20_000_000) {
                throw new Undecided("its terms are too large");
            }
        }
        return t == Atom.NIL ? items : null;
    }

    private List<Term[]> length(Term[] a) {
        long count = 0;
        Term t = a[0];
        while (t instanceof Cons c) {
            count++;
            t = bindings.walk(c.tail);
        }
        if (t == Atom.NIL) {
            return way(a[1], Int.of(count));
        } else if (!(t instanceof Var)) {
            throw new Raised("its first argument must be a list");
        } else if (!(a[1] instanceof Int n)) {
            throw new Undecided("it has infinitely many solutions");
        } else if (n.value() < count) {
            return NO;
        } else {
            List<Term> more = new ArrayList<>();
            for (long i = count; i < n.value(); i++) {
                more.add(bindings.fresh());
            }
            return way(t, Lists.of(more));
        }
    }

    private List<Term[]> memberchk(Term[] a) {
        List<Term> items = items(a[1]);
        if (items == null) {
            throw new Undecided("its list has no end");
        }
        for (Term item : items) {
            if (bindings.unifiable(a[0], item)) {
                return way(a[0], item);
            }
        }
        return NO;
    }

    private Comparator<Term> wholes() {
        return Order::compare;
    }

    private Comparator<Term> arguments(int n) {
        return (x, y) -> Order.compare(argument(x, n), argument(y, n));
    }

    private Term argument(Term t, int n) {
        if (t.deref() instanceof Compound c && n <= c.arity()) {
            return c.arg(n - 1);
        }
        throw new Raised("an element has no argument " + n);
    }

    private Term sorted(Term list, boolean keeps, Comparator<Term> order) {
        List<Term> items = items(list);
        if (items == null) {
            throw new Raised("its list has no end");
        }
        List<Term> resolved = new ArrayList<>();
        boolean hasVariable = false;
        for (Term item : items) {
            hasVariable |= !isGround(item);
            resolved.add(bindings.resolve(item));
        }
        if (hasVariable && items.size() > 1) {
            throw new Undecided("the order of variables is not in the program");
        }
        resolved.sort(order);
        return Lists.of(keeps ? resolved : distinct(resolved, order));
    }

    private static List<Term> distinct(List<Term> sorted, Comparator<Term> order) {
        List<Term> kept = new ArrayList<>();
        for (Term t : sorted) {
            if (kept.isEmpty() || order.compare(kept.get(kept.size() - 1), t) != 0) {
                kept.add(t);
            }
        }
        return kept;
    }

    private List<Term[]> sortBy(Term[] a) {
        if (!(a[0] instanceof Int key) || !(a[1] instanceof Atom order) || key.value() < 0) {
            throw new Raised("key and order must be known");
        }
        Comparator<Term> by = key.value() == 0 ? wholes() : arguments((int) key.value());
        String word = order.name();
        Comparator<Term> directed = word.startsWith("@>") ? by.reversed() : by;
        return way(a[3], sorted(a[2], word.endsWith("=") || word.endsWith("=<"), directed));
    }
}
