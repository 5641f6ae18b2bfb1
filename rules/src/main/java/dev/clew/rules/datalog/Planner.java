package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Makes a plan from a program for one kind of goal. Each predicate is evaluated only for the calls
 * that a top-down evaluation would make of it (magic sets; F. Bancilhon, D. Maier, Y. Sagiv and J.
 * Ullman, "Magic sets and other strange ways to implement logic programs", PODS 1986). A body is
 * cut before a goal that must wait, or whose arguments are computed: what was bound until then is
 * stored (supplementary magic sets; C. Beeri and R. Ramakrishnan, "On the power of magic", Journal
 * of Logic Programming 10, 1991). A predicate that is called in a more general way too is evaluated
 * in that way alone.
 */
final class Planner {
    private static final int MAX_ARITY = 30;
    private static final int[] NONE = {};

    private final Program program;
    private final int[] components;
    private final Ordering ordering;
    private final @Nullable Level[] levels;
    private final List<Adorned> adorned = new ArrayList<>();

    /** For each predicate the adornments that stand for all less general ones. */
    private final List<List<Integer>> general = new ArrayList<>();

    private final List<Feed> feeds = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private int depth = 1;

    private Planner(Program program) {
        this.program = program;
        this.components = Components.of(program);
        this.ordering = new Ordering(program, components);
        this.levels = new Level[program.predicates.size()];
        for (Program.Predicate p : program.predicates) {
            if (p.arity > MAX_ARITY) {
                throw new Unsuited("arity");
            }
            general.add(new ArrayList<>());
        }
    }

    /**
     * A plan for goals of a predicate with the arguments bound whose bits are set in {@code mask}.
     *
     * @throws Unsuited if set-at-a-time evaluation cannot do it
     */
    static Plan plan(Program program, int predicate, int mask, Numbers numbers) {
        Planner planner = new Planner(program);
        boolean[] conditional = planner.conditionalComponents();
        for (int p = 0; p < planner.levels.length; p++) {
            int c = planner.components[p];
            if (planner.levels[c] == null) {
                planner.levels[c] = new Level(c, conditional[c]);
            }
        }
        planner.adorn(predicate, mask);
        planner.findTailCalls(predicate, mask);
        for (Adorned a : planner.adorned) {
            planner.compile(a);
        }
        planner.sortFeeds();
        return new Plan(
                planner.adorned,
                planner.relations,
                planner.feeds,
                planner.general,
                planner.ofGoal,
                new Evaluation(planner.feeds.toArray(new Feed[0]), numbers, planner.depth));
    }

    private void sortFeeds() {
        for (int i = 1; i < feeds.size(); i++) {
            Feed f = feeds.get(i);
            int j = i;
            for (; j > 0 && feeds.get(j - 1).level.number > f.level.number; j--) {
                feeds.set(j, feeds.get(j - 1));
            }
            feeds.set(j, f);
        }
    }

    /** Which components have answers that may be undefined. */
    private boolean[] conditionalComponents() {
        boolean[] conditional = new boolean[program.predicates.size()];
        boolean changed;
        do {
            changed = false;
            for (int p = 0; p < program.predicates.size(); p++) {
                int c = components[p];
                if (!conditional[c] && isConditional(p, conditional)) {
                    conditional[c] = true;
                    changed = true;
                }
            }
        } while (changed);
        return conditional;
    }

    private boolean isConditional(int p, boolean[] conditional) {
        for (Rule rule : program.predicates.get(p).rules) {
            for (Literal literal : rule.body()) {
                if (literal instanceof Literal.Call call
                        && (conditional[components[call.predicate()]]
                                || call.negated()
                                        && components[call.predicate()] == components[p])) {
                    return true;
                }
            }
        }
        return false;
    }

    private Level levelOf(int predicate) {
        Level level = levels[components[predicate]];
        if (level == null) {
            throw new IllegalStateException();
        }
        return level;
    }

    // ---- Adornments ----

    private void adorn(int predicate, int mask) {
        while (true) {
            List<int[]> found = reachable(predicate, mask);
            if (!generalize(found)) {
                for (int[] a : found) {
                    add(a[0], a[1]);
                }
                return;
            }
        }
    }

    private void add(int predicate, int mask) {
        Program.Predicate p = program.predicates.get(predicate);
        Level level = levelOf(predicate);
        if (p.best >= 0 && level.residue != null) {
            throw new Unsuited("a mode in a component with negation");
        }
        Adorned a = new Adorned(predicate, mask, p, level);
        if (level.residue != null) {
            level.residue.enter(a.answers);
        }
        adorned.add(a);
        relations.add(a.answers);
        relations.add(a.demand);
    }

    private List<int[]> reachable(int predicate, int mask) {
        List<int[]> found = new ArrayList<>();
        note(found, predicate, mask);
        for (int i = 0; i < found.size(); i++) {
            int[] a = found.get(i);
            for (Rule rule : program.predicates.get(a[0]).rules) {
                BitSet bound = Ordering.headVariables(rule, a[1]);
                for (Literal literal : ordering.order(a[0], a[1], rule)) {
                    if (literal instanceof Literal.Call call
                            && !program.predicates.get(call.predicate()).isStored()) {
                        note(found, call.predicate(), Ordering.maskOf(call, rule, bound));
                    }
                    Ordering.bind(literal, rule, bound);
                }
            }
        }
        return found;
    }

    private void note(List<int[]> found, int predicate, int mask) {
        int wanted = represented(predicate, mask);
        for (int[] a : found) {
            if (a[0] == predicate && a[1] == wanted) {
                return;
            }
        }
        found.add(new int[] {predicate, wanted});
    }

    private int represented(int predicate, int mask) {
        int best = program.predicates.get(predicate).best;
        int wanted = best >= 0 ? mask & ~(1 << best) : mask;
        for (int g : general.get(predicate)) {
            if ((g & wanted) == g) {
                wanted = g;
            }
        }
        return wanted;
    }

    private boolean generalize(List<int[]> found) {
        boolean changed = false;
        for (int[] a : found) {
            for (int[] b : found) {
                if (a[0] == b[0] && a[1] != b[1] && (a[1] & b[1]) == a[1]) {
                    general.get(a[0]).add(a[1]);
                    changed = true;
                }
            }
        }
        return changed;
    }

    private Adorned adorned(int predicate, int mask) {
        int wanted = represented(predicate, mask);
        for (Adorned a : adorned) {
            if (a.predicate == predicate && a.mask == wanted) {
                return a;
            }
        }
        throw new IllegalStateException();
    }

    private Feed feed(Relation relation, Level level) {
        for (Feed f : feeds) {
            if (f.relation == relation && f.level == level) {
                return f;
            }
        }
        Feed fresh = new Feed(relation, level);
        feeds.add(fresh);
        return fresh;
    }

    // ---- Rules ----

    private @Nullable TailCalls tailCalls;

    /** The relations that hold what belongs to one goal only. */
    private final List<Relation> ofGoal = new ArrayList<>();

    private void findTailCalls(int predicate, int mask) {
        Adorned root = adorned(predicate, mask);
        if (root.mask == 0 || root.answers.best >= 0 || root.level.residue != null) {
            return;
        }
        TailCalls found = new TailCalls(program, components, ordering, predicate, root.mask);
        if (found.areAllRecursion()) {
            tailCalls = found;
            Program.Predicate p = program.predicates.get(predicate);
            Relation results = Relation.derived(p.name, p.arity - Integer.bitCount(root.mask));
            root.results = results;
            relations.add(results);
            ofGoal.add(results);
            ofGoal.add(root.demand);
        }
    }

    private void compile(Adorned a) {
        Program.Predicate p = program.predicates.get(a.predicate);
        feed(a.demand, a.level);
        Relation facts = p.facts;
        if (facts != null) {
            int[] head = new int[p.arity];
            for (int i = 0; i < head.length; i++) {
                head[i] = i;
            }
            Segment s = new Segment(a, new Rule(head, List.of(), p.arity, new int[0]));
            s.stored(facts, head, false);
            s.finish(head);
        }
        for (Rule rule : p.rules) {
            compile(a, rule);
        }
    }

    private void compile(Adorned a, Rule rule) {
        Segment s = new Segment(a, rule);
        List<Literal> body = ordering.order(a.predicate, a.mask, rule);
        boolean isTail = a.results != null && tailCalls != null && tailCalls.isTail(body, rule);
        for (int i = 0; i < body.size() - (isTail ? 1 : 0); i++) {
            Literal literal = body.get(i);
            if (literal instanceof Literal.Call call) {
                Program.Predicate p = program.predicates.get(call.predicate());
                if (p.isStored()) {
                    Relation facts = p.facts;
                    s.stored(
                            facts == null ? new Relation(p.name, p.arity) : facts,
                            call.arguments(),
                            call.negated());
                } else if (call.negated()) {
                    s.negated(call, body, i);
                } else {
                    s.derived(call, body, i);
                }
            } else {
                s.test(literal);
            }
            Ordering.bind(literal, rule, s.bound);
        }
        if (isTail) {
            Literal.Call call = (Literal.Call) body.getLast();
            s.finish(a.demand, a.bound(call.arguments()), null, NONE);
        } else {
            s.finish(rule.head());
        }
    }

    /** A stretch of a rule that is evaluated as one join. */
    private final class Segment {
        final Adorned head;
        final Rule rule;
        final BitSet bound;
        private List<Element> elements = new ArrayList<>();
        private final int[] asked;
        private boolean computes;

        Segment(Adorned head, Rule rule) {
            this.head = head;
            this.rule = rule;
            this.bound = Ordering.headVariables(rule, head.mask);
            this.asked = head.bound(rule.head());
            elements.add(Element.fed(asked, feed(head.demand, head.level)));
        }

        void stored(Relation facts, int[] arguments, boolean negated) {
            elements.add(Element.stored(negated ? Step.NONE : Step.SCAN, arguments, facts));
        }

        void derived(Literal.Call call, List<Literal> body, int i) {
            Adorned a = adorned(call.predicate(), Ordering.maskOf(call, rule, bound));
            Feed feed = feed(a.answers, head.level);
            if (computes) {
                cut(a, call, body, i);
                elements.add(Element.fed(call.arguments(), feed));
            } else if (a == head && Arrays.equals(a.bound(call.arguments()), asked)) {
                // The tuple itself implies that this was asked for.
                if (elements.get(0).relation == head.demand && !demandsBefore()) {
                    elements.remove(0);
                }
                elements.add(Element.fed(call.arguments(), feed));
            } else {
                elements.add(
                        Element.asking(
                                Step.SCAN,
                                call.arguments(),
                                a.answers,
                                feed,
                                a,
                                a.bound(call.arguments())));
            }
        }

        private boolean demandsBefore() {
            for (Element e : elements) {
                if (e.demand != null) {
                    return true;
                }
            }
            return false;
        }

        void negated(Literal.Call call, List<Literal> body, int i) {
            Adorned a = adorned(call.predicate(), Ordering.maskOf(call, rule, bound));
            boolean total =
                    Ordering.maskOf(call, rule, bound) == (1 << call.arguments().length) - 1;
            if (a.answers.best >= 0
                    || !total && (a.answers.truth != null || a.level == head.level)) {
                throw new Unsuited("negation of a moded or not ground goal");
            }
            if (a.level != head.level) {
                cut(a, call, body, i);
                elements.add(Element.stored(Step.NONE, call.arguments(), a.answers));
                return;
            }
            Residue residue = head.level.residue;
            if (residue == null) {
                throw new IllegalStateException();
            }
            elements.add(
                    Element.asking(
                            Step.ASSUME_NONE,
                            call.arguments(),
                            residue.assumptions(a),
                            null,
                            a,
                            a.bound(call.arguments())));
        }

        void test(Literal literal) {
            elements.add(Element.test(literal));
            if (literal instanceof Literal.Is is) {
                depth = Math.max(depth, is.value().depth());
                computes = true;
            } else if (literal instanceof Literal.Comparison c) {
                depth = Math.max(depth, Math.max(c.left().depth(), c.right().depth()));
            } else if (literal instanceof Literal.Same same) {
                computes |= same.kind() == Literal.Equality.UNIFY;
            }
        }

        /** Stores what is bound and still needed; the call is asked then. */
        private void cut(Adorned a, Literal.Call call, List<Literal> body, int i) {
            BitSet needed = new BitSet();
            for (int r : rule.head()) {
                need(needed, r);
            }
            for (int k = i; k < body.size(); k++) {
                for (int r : Ordering.registers(body.get(k))) {
                    need(needed, r);
                }
            }
            int[] kept = new int[needed.cardinality()];
            for (int r = needed.nextSetBit(0), n = 0; r >= 0; r = needed.nextSetBit(r + 1)) {
                kept[n++] = r;
            }
            Relation supplement =
                    Relation.derived("part of ".concat(head.answers.toString()), kept.length);
            relations.add(supplement);
            if (head.results != null) {
                ofGoal.add(supplement);
            }
            if (head.level.residue != null) {
                head.level.residue.enter(supplement);
            }
            finish(supplement, kept, a, a.bound(call.arguments()));
            elements = new ArrayList<>();
            elements.add(Element.fed(kept, feed(supplement, head.level)));
            computes = false;
        }

        private void need(BitSet needed, int register) {
            if (rule.isVariable(register) && bound.get(register)) {
                needed.set(register);
            }
        }

        void finish(int[] tuple) {
            Relation results = head.results;
            if (results != null) {
                finish(results, head.free(tuple), null, NONE);
            } else {
                finish(head.answers, tuple, null, NONE);
            }
        }

        private void finish(Relation into, int[] tuple, @Nullable Adorned demand, int[] demanded) {
            Joins joins = new Joins(rule, elements, head.level.residue);
            boolean least = program.predicates.get(head.predicate).keep == Program.Keep.LEAST;
            Joins.Result result = new Joins.Result(into, tuple, demand, demanded, least);
            for (int j = 0; j < elements.size(); j++) {
                Feed feed = elements.get(j).feed;
                if (feed != null) {
                    feed.versions.add(joins.from(j, result));
                }
            }
        }
    }
}
