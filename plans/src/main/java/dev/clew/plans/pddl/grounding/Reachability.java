package dev.clew.plans.pddl.grounding;

import dev.clew.plans.pddl.budget.Watch;
import dev.clew.plans.pddl.model.Atom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all atoms that can hold and all firings of rules, when nothing is ever deleted: semi-naive
 * evaluation of Datalog. A new atom is matched with each condition that it fits; the other
 * conditions of the rule are joined to it one by one, always the one that the fewest atoms fit.
 */
final class Reachability {
    private static final int UNBOUND = -1;
    private static final int DONE = -2;
    private static final int LATER = Integer.MAX_VALUE;

    final AtomTable atoms = new AtomTable();
    private final World world;
    private final List<Rule> rules;
    private final Watch watch;

    /** Atoms in the order in which they were found to hold. */
    final IntList reached = new IntList();

    private boolean[] isReached = new boolean[64];
    private boolean[] isInitial = new boolean[64];

    /** When an atom was joined with the others: what comes later finds it in the indexes. */
    private int[] stamps = new int[64];

    private final AtomIndexes[] indexes;
    private final IntList[] joined;
    private final IntList[] triggers;
    private final Map<Integer, List<Waiting>> waiting = new HashMap<>();
    private final IdentityHashMap<int[], boolean[]> members = new IdentityHashMap<>();
    private final int[] scratch;

    /** A firing that a condition holds up. */
    private record Waiting(Rule rule, int[] binding) {}

    // The join at work.
    private int[] binding = new int[0];
    private int trigger;
    private int triggerAtom;

    Reachability(World world, List<Rule> rules, int predicates, Watch watch) {
        this.world = world;
        this.rules = rules;
        this.watch = watch;
        joined = new IntList[predicates];
        triggers = new IntList[predicates];
        indexes = new AtomIndexes[predicates];
        for (int p = 0; p < predicates; p++) {
            indexes[p] = new AtomIndexes(atoms);
            joined[p] = new IntList();
            triggers[p] = new IntList();
        }
        scratch = new int[widest(rules)];
    }

    private static int widest(List<Rule> rules) {
        int most = 64;
        for (Rule r : rules) {
            most = Math.max(most, r.width());
        }
        return most;
    }

    void run() {
        for (Atom a : world.task.initial()) {
            int[] arguments = world.arguments(a);
            int atom = atoms.intern(world.predicate(a.name()), arguments, arguments.length);
            reach(atom);
            isInitial[atom] = true;
        }
        for (Rule r : rules) {
            prepare(r);
        }
        int next = 0;
        // Static atoms first: they never trigger a rule, and every join may need them.
        for (int i = 0; i < reached.size(); i++) {
            if (isStatic(atoms.predicate(reached.get(i)))) {
                enter(reached.get(i));
            }
        }
        for (Rule r : rules) {
            if (!hasTrigger(r)) {
                start(r, -1, -1);
            }
        }
        while (next < reached.size()) {
            int atom = reached.get(next++);
            if (isStatic(atoms.predicate(atom))) {
                continue;
            }
            watch.check();
            enter(atom);
            IntList found = triggers[atoms.predicate(atom)];
            for (int i = 0; i < found.size(); i += 2) {
                start(rules.get(found.get(i)), found.get(i + 1), atom);
            }
            wake(atom);
        }
    }

    boolean isStatic(int predicate) {
        return predicate < world.predicates.size() && world.isStatic(predicate);
    }

    boolean isReached(int atom) {
        return atom < isReached.length && isReached[atom];
    }

    boolean isInitial(int atom) {
        return atom < isInitial.length && isInitial[atom];
    }

    private boolean hasTrigger(Rule r) {
        for (Form.Literal l : r.body.positive) {
            if (!isStatic(l.predicate())) {
                return true;
            }
        }
        return false;
    }

    private void prepare(Rule r) {
        for (int i = 0; i < r.body.positive.size(); i++) {
            int predicate = r.body.positive.get(i).predicate();
            if (!isStatic(predicate)) {
                triggers[predicate].add(r.number);
                triggers[predicate].add(i);
            }
        }
        for (int i = 0; i < r.width(); i++) {
            if (r.domains[i].length < world.objects.size()) {
                r.members[i] = members.computeIfAbsent(r.domains[i], this::membership);
            }
        }
    }

    private boolean[] membership(int[] domain) {
        boolean[] is = new boolean[world.objects.size()];
        for (int object : domain) {
            is[object] = true;
        }
        return is;
    }

    /** Notes that an atom can hold. */
    private void reach(int atom) {
        if (atom >= isReached.length) {
            int size = Math.max(atom + 1, isReached.length * 2);
            isReached = Arrays.copyOf(isReached, size);
            isInitial = Arrays.copyOf(isInitial, size);
            int old = stamps.length;
            stamps = Arrays.copyOf(stamps, size);
            Arrays.fill(stamps, old, size, LATER);
        }
        if (!isReached[atom]) {
            isReached[atom] = true;
            stamps[atom] = LATER;
            reached.add(atom);
        }
    }

    /** Makes an atom known to the joins. */
    private void enter(int atom) {
        int predicate = atoms.predicate(atom);
        stamps[atom] = 0;
        joined[predicate].add(atom);
        indexes[predicate].add(atom);
    }

    /** Joins a rule, from an atom that fits one of its conditions. */
    private void start(Rule rule, int condition, int atom) {
        if (binding.length < rule.width()) {
            binding = new int[rule.width()];
        }
        Arrays.fill(binding, UNBOUND);
        trigger = condition;
        triggerAtom = atom;
        if (condition < 0) {
            join(rule, 0);
        } else if (unify(rule, rule.body.positive.get(condition), atom)) {
            join(rule, 1L << condition);
        }
    }

    /** Binds the slots of a literal to the arguments of an atom; the caller undoes it. */
    private boolean unify(Rule rule, Form.Literal literal, int atom) {
        int[] arguments = literal.arguments();
        for (int i = 0; i < arguments.length; i++) {
            int term = arguments[i];
            int object = atoms.argument(atom, i);
            if (term < 0) {
                if (~term != object) {
                    return false;
                }
            } else if (binding[term] == UNBOUND) {
                if (!rule.allows(term, object)) {
                    return false;
                }
                binding[term] = object;
            } else if (binding[term] != object) {
                return false;
            }
        }
        return isConsistent(rule);
    }

    /** Whether what is bound contradicts an equality or a static negated condition. */
    private boolean isConsistent(Rule rule) {
        List<Form.Same> equalities = rule.body.equalities;
        for (int i = 0; i < equalities.size(); i++) {
            Form.Same s = equalities.get(i);
            int left = value(s.left());
            int right = value(s.right());
            if (left != UNBOUND && right != UNBOUND && (left == right) == s.isNegated()) {
                return false;
            }
        }
        List<Form.Literal> negative = rule.body.negative;
        for (int i = 0; i < negative.size(); i++) {
            if (!canBeFalse(negative.get(i))) {
                return false;
            }
        }
        return true;
    }

    private int value(int term) {
        return term < 0 ? ~term : binding[term];
    }

    /** Whether an atom is not there at first or can go; true if it is not bound. */
    private boolean canBeFalse(Form.Literal l) {
        if (l.predicate() >= world.predicates.size()
                || world.isDeleted[l.predicate()]
                || world.isDerived[l.predicate()]) {
            return true;
        }
        int atom = find(l);
        return atom < 0 || !isInitial(atom);
    }

    /** The number of an atom, or -1 if a slot is not bound or the atom has no number. */
    private int find(Form.Literal l) {
        int[] arguments = l.arguments();
        for (int i = 0; i < arguments.length; i++) {
            scratch[i] = value(arguments[i]);
            if (scratch[i] == UNBOUND) {
                return -1;
            }
        }
        return atoms.find(l.predicate(), scratch, arguments.length);
    }

    private boolean isBound(Form.Literal l) {
        for (int term : l.arguments()) {
            if (term >= 0 && binding[term] == UNBOUND) {
                return false;
            }
        }
        return true;
    }

    /** Joins the conditions whose bits are not in {@code done}. */
    private void join(Rule rule, long done) {
        List<Form.Literal> conditions = rule.body.positive;
        int best = -1;
        int least = Integer.MAX_VALUE;
        int bestBucket = -1;
        AtomIndex bestIndex = null;
        for (int c = 0; c < conditions.size(); c++) {
            if ((done & 1L << c) != 0) {
                continue;
            }
            Form.Literal l = conditions.get(c);
            if (isBound(l)) {
                if (!holds(c, find(l))) {
                    return;
                }
                done |= 1L << c;
                continue;
            }
            AtomIndex index = index(l);
            int bucket = index.bucket(l, binding);
            int count = index.count(bucket);
            if (count == 0) {
                return;
            }
            if (count < least) {
                least = count;
                best = c;
                bestBucket = bucket;
                bestIndex = index;
            }
        }
        if (bestIndex == null) {
            enumerate(rule, 0);
            return;
        }
        Form.Literal l = conditions.get(best);
        long before = boundTo(l);
        for (int e = bestIndex.first(bestBucket); e >= 0; e = bestIndex.next(e)) {
            int atom = bestIndex.atom(e);
            if (holds(best, atom)) {
                if (unify(rule, l, atom)) {
                    join(rule, done | 1L << best);
                }
                unbind(l, before);
            }
        }
    }

    /**
     * Whether an atom fits a condition of the join at work. An atom fits several conditions of a
     * rule at once only from the first of them, so that no firing is found twice.
     */
    private boolean holds(int condition, int atom) {
        return atom >= 0
                && isReached(atom)
                && stamps[atom] != LATER
                && (atom != triggerAtom || condition > trigger);
    }

    /** Which arguments of a literal are bound, as bits. */
    private long boundTo(Form.Literal l) {
        long bits = 0;
        int[] arguments = l.arguments();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] < 0 || binding[arguments[i]] != UNBOUND) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    private void unbind(Form.Literal l, long before) {
        int[] arguments = l.arguments();
        for (int i = 0; i < arguments.length; i++) {
            if ((before & 1L << i) == 0) {
                binding[arguments[i]] = UNBOUND;
            }
        }
    }

    /** The atoms of a predicate by the arguments that are bound now. */
    private AtomIndex index(Form.Literal l) {
        long key = boundTo(l);
        return indexes[l.predicate()].by(key, joined[l.predicate()]);
    }

    /** Tries all objects in the slots that no condition binds. */
    private void enumerate(Rule rule, int from) {
        int i = from;
        while (i < rule.slots.length && binding[rule.slots[i]] != UNBOUND) {
            i++;
        }
        if (i == rule.slots.length) {
            if (isConsistent(rule)) {
                complete(rule, binding);
            }
            return;
        }
        int slot = rule.slots[i];
        for (int object : rule.domains[slot]) {
            binding[slot] = object;
            if (isConsistent(rule)) {
                enumerate(rule, i + 1);
            }
        }
        binding[slot] = UNBOUND;
    }

    /** All slots are bound; looks at the remaining conditions and fires. */
    private void complete(Rule rule, int[] bound) {
        watch.check();
        if (!rule.body.others.isEmpty()) {
            IntList missing = new IntList();
            for (Form f : rule.body.others) {
                if (!canHold(f, rule, missing)) {
                    delay(rule, missing);
                    return;
                }
            }
        }
        if (rule.cost != null && rule.cost.at(bound) == null) {
            return;
        }
        fire(rule);
    }

    private void delay(Rule rule, IntList missing) {
        if (!missing.isEmpty()) {
            Waiting w = new Waiting(rule, Arrays.copyOf(binding, rule.width()));
            for (int atom : missing.toSet()) {
                waiting.computeIfAbsent(atom, a -> new ArrayList<>()).add(w);
            }
        }
    }

    private void wake(int atom) {
        List<Waiting> delayed = waiting.remove(atom);
        if (delayed == null) {
            return;
        }
        for (Waiting w : delayed) {
            if (binding.length < w.binding().length) {
                binding = new int[w.binding().length];
            }
            if (w.binding().length > 0 && w.binding()[0] == DONE) {
                continue;
            }
            System.arraycopy(w.binding(), 0, binding, 0, w.binding().length);
            if (w.binding().length > 0) {
                // It may wait for other atoms too; from here on another one does so in its place.
                w.binding()[0] = DONE;
            }
            complete(w.rule(), binding);
        }
    }

    /** Whether a condition can hold; if not, which atoms could change that. */
    private boolean canHold(Form form, Rule rule, IntList missing) {
        switch (form) {
            case Form.Literal l -> {
                if (l.isNegated()) {
                    return canBeFalse(l);
                }
                return canHold(l, missing);
            }
            case Form.Same s -> {
                return (value(s.left()) == value(s.right())) != s.isNegated();
            }
            case Form.And and -> {
                for (Form part : and.parts()) {
                    if (!canHold(part, rule, missing)) {
                        return false;
                    }
                }
                return true;
            }
            case Form.Or or -> {
                int before = missing.size();
                for (Form part : or.parts()) {
                    if (canHold(part, rule, missing)) {
                        missing.truncate(before);
                        return true;
                    }
                }
                return false;
            }
            case Form.Every every -> {
                return quantified(every.slots(), 0, every.body(), true, rule, missing);
            }
            case Form.Some some -> {
                return quantified(some.slots(), 0, some.body(), false, rule, missing);
            }
        }
    }

    private boolean canHold(Form.Literal l, IntList missing) {
        int[] arguments = l.arguments();
        for (int i = 0; i < arguments.length; i++) {
            scratch[i] = value(arguments[i]);
        }
        if (isStatic(l.predicate()) || world.neverGrows(l.predicate())) {
            int atom = atoms.find(l.predicate(), scratch, arguments.length);
            return atom >= 0 && isReached(atom);
        }
        int atom = atoms.intern(l.predicate(), scratch, arguments.length);
        if (isReached(atom)) {
            return true;
        }
        missing.add(atom);
        return false;
    }

    private boolean quantified(
            int[] slots, int at, Form body, boolean isEvery, Rule rule, IntList missing) {
        if (at == slots.length) {
            return canHold(body, rule, missing);
        }
        int before = missing.size();
        for (int object : rule.domains[slots[at]]) {
            binding[slots[at]] = object;
            boolean can = quantified(slots, at + 1, body, isEvery, rule, missing);
            if (can != isEvery) {
                binding[slots[at]] = UNBOUND;
                if (can) {
                    missing.truncate(before);
                }
                return can;
            }
        }
        binding[slots[at]] = UNBOUND;
        return isEvery;
    }

    private void fire(Rule rule) {
        rule.record(binding);
        for (Form.Literal head : rule.heads) {
            if (!head.isNegated()) {
                reach(intern(head.predicate(), head.arguments()));
            }
        }
        if (rule.actionPredicate >= 0) {
            reach(intern(rule.actionPredicate, rule.slots));
        }
    }

    private int intern(int predicate, int[] terms) {
        for (int i = 0; i < terms.length; i++) {
            scratch[i] = value(terms[i]);
        }
        return atoms.intern(predicate, scratch, terms.length);
    }
}
