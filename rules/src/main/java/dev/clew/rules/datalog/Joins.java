package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Makes the joins of a segment of a rule: one from each goal that may have news. From there on, the
 * goal that has most of its arguments bound comes next. But before something is asked for, all that
 * stands before it must have matched; and what may match only later must not keep it from being
 * asked for.
 */
final class Joins {
    private final Rule rule;
    private final List<Element> elements;
    private final @Nullable Residue residue;

    Joins(Rule rule, List<Element> elements, @Nullable Residue residue) {
        this.rule = rule;
        this.elements = elements;
        this.residue = residue;
    }

    /** What is done with a complete match: a tuple is added; perhaps answers are asked for. */
    record Result(
            Relation into, int[] tuple, @Nullable Adorned demand, int[] demanded, boolean least) {}

    /** The join from the news of one goal. */
    Version from(int news, Result result) {
        int[] order = order(news);
        List<Step> steps = new ArrayList<>();
        BitSet bound = new BitSet();
        bound.set(rule.variables(), rule.registers());
        int back = 0;
        List<Feed> conditions = new ArrayList<>();
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            Element e = elements.get(i);
            if (k > 0 && i == 0 && e.feed != null && e.isFlag()) {
                conditions.add(e.feed);
                continue;
            }
            if (e.demand != null && i > news && e.relation != e.demand.demand) {
                add(steps, demand(e.demand, e.demanded), back);
            }
            Step step =
                    e.test != null
                            ? test(e.test, bound)
                            : reading(e, bound, k == 0, usedAfter(order, k, result));
            step.feed = e.feed;
            step.finish();
            step.before = i < news;
            add(steps, step, back);
            if (step.kind == Step.SCAN) {
                back = steps.size() - 1;
            }
            if (e.kind != Step.NONE) {
                bindAll(e.registers, bound);
            }
        }
        if (result.demand != null) {
            add(steps, demand(result.demand, result.demanded), back);
        }
        Step emit = Steps.of(Step.EMIT, residue);
        emit.emit(result.into, result.tuple, residue != null);
        emit.least = result.least;
        add(steps, emit, back);
        return new Version(
                steps.toArray(new Step[0]), registers(), conditions.toArray(new Feed[0]));
    }

    private static void add(List<Step> steps, Step step, int back) {
        step.back = back;
        steps.add(step);
    }

    private Step demand(Adorned of, int[] key) {
        Step step = Steps.of(Step.DEMAND, residue);
        step.relation = of.demand;
        step.key = key;
        return step;
    }

    private int[] registers() {
        int[] r = new int[rule.registers()];
        System.arraycopy(rule.constants(), 0, r, rule.variables(), rule.constants().length);
        return r;
    }

    private static void bindAll(int[] registers, BitSet bound) {
        for (int r : registers) {
            bound.set(r);
        }
    }

    // ---- The order ----

    private int[] order(int news) {
        int n = elements.size();
        int[] order = new int[n];
        boolean[] placed = new boolean[n];
        BitSet bound = new BitSet();
        for (int c = rule.variables(); c < rule.registers(); c++) {
            bound.set(c);
        }
        int next = news;
        for (int k = 0; ; ) {
            order[k++] = next;
            placed[next] = true;
            if (elements.get(next).kind != Step.NONE) {
                bindAll(elements.get(next).registers, bound);
            }
            if (k == n) {
                return order;
            }
            next = choose(news, placed, bound);
        }
    }

    private int choose(int news, boolean[] placed, BitSet bound) {
        boolean complete = true;
        boolean waiting = false;
        int best = -1;
        int bestScore = -1;
        for (int i = 0; i < placed.length; i++) {
            if (placed[i]) {
                continue;
            }
            Element e = elements.get(i);
            boolean asks = e.demand != null && i > news;
            boolean mustWait = asks || e.test != null;
            if (mustWait ? complete : e.feed == null || !waiting) {
                int score = score(e, bound);
                if (score > bestScore) {
                    bestScore = score;
                    best = i;
                }
            }
            complete = false;
            waiting |= asks;
        }
        return best;
    }

    private int score(Element e, BitSet bound) {
        int known = 0;
        int open = 0;
        for (int r : e.registers) {
            if (bound.get(r)) {
                known++;
            } else if (e.kind != Step.NONE || !isLocal(r)) {
                open++;
            }
        }
        if (e.kind != Step.SCAN) {
            return open == 0 || e.test != null ? 1000 : -1;
        }
        return open == 0 ? 900 : known * 10 + (known > 0 ? 1 : 0);
    }

    /** Whether a variable occurs in one goal alone, a negated one. */
    private boolean isLocal(int register) {
        int n = 0;
        for (Element e : elements) {
            for (int r : e.registers) {
                if (r == register) {
                    n++;
                }
            }
        }
        return n == 1;
    }

    private BitSet usedAfter(int[] order, int k, Result result) {
        BitSet used = new BitSet();
        bindAll(result.tuple, used);
        bindAll(result.demanded, used);
        for (int j = k + 1; j < order.length; j++) {
            Element e = elements.get(order[j]);
            bindAll(e.registers, used);
            bindAll(e.demanded, used);
        }
        return used;
    }

    // ---- Steps ----

    private Step reading(Element e, BitSet bound, boolean news, BitSet used) {
        int arity = e.registers.length;
        int[] keyColumns = new int[arity];
        int[] key = new int[arity];
        int[] bindColumns = new int[arity];
        int[] binds = new int[arity];
        int[] checkColumns = new int[arity];
        int[] checks = new int[arity];
        int keys = 0;
        int count = 0;
        int checked = 0;
        boolean opens = false;
        BitSet own = new BitSet();
        for (int c = 0; c < arity; c++) {
            int r = e.registers[c];
            boolean known = bound.get(r);
            if (known && !news) {
                keyColumns[keys] = c;
                key[keys++] = r;
            } else if (known || own.get(r)) {
                checkColumns[checked] = c;
                checks[checked++] = r;
            } else {
                own.set(r);
                opens |= used.get(r);
                bindColumns[count] = c;
                binds[count++] = r;
            }
        }
        boolean exists = !news && e.kind == Step.SCAN && !opens && e.relation.truth == null;
        Step step = Steps.of(exists ? Step.ANY : e.kind, residue);
        step.relation = e.relation;
        step.bind(Arrays.copyOf(bindColumns, count), Arrays.copyOf(binds, count));
        step.check(Arrays.copyOf(checkColumns, checked), Arrays.copyOf(checks, checked));
        step.key = Arrays.copyOf(key, keys);
        if (!news && e.kind != Step.ASSUME_NONE) {
            step.all = keys == 0 && arity > 0;
            if (!step.all && !(keys == arity && e.relation.isSet)) {
                int[] columns = Arrays.copyOf(keyColumns, keys);
                step.lookUp(e.relation.index(columns), columns);
            }
        }
        return step;
    }

    private Step test(Literal literal, BitSet bound) {
        if (literal instanceof Literal.Comparison c) {
            Step step = Steps.of(Step.COMPARE, residue);
            step.relator = c.relator();
            step.left = c.left();
            step.right = c.right();
            return step;
        } else if (literal instanceof Literal.Is is) {
            Step step = Steps.of(bound.get(is.target()) ? Step.CHECK_VALUE : Step.COMPUTE, residue);
            step.left = is.value();
            step.target = is.target();
            return step;
        }
        return equality((Literal.Same) literal, bound);
    }

    private Step equality(Literal.Same same, BitSet bound) {
        boolean left = bound.get(same.left());
        boolean tests = left && bound.get(same.right());
        boolean differs = same.kind() == Literal.Equality.DIFFERENT;
        Step step = Steps.of(differs ? Step.DIFFERENT : tests ? Step.SAME : Step.COPY, residue);
        step.source = left ? same.left() : same.right();
        step.target = left ? same.right() : same.left();
        return step;
    }
}
