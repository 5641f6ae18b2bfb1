package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

/**
 * Runs the joins of a plan until there is no news. The news of a relation is taken in batches of
 * all rows that came since the last; a match of several literals is found once, when the newest of
 * its rows is news (semi-naive evaluation; Balbin and Ramamohanarao, "A generalization of the
 * differential approach to recursive query evaluation", Journal of Logic Programming 4(3), 1987).
 */
final class Evaluation {
    private static final int INTERVAL = 4096;

    private final Feed[] feeds;
    private final Numbers numbers;
    private final long[] stack;

    Evaluation(Feed[] feeds, Numbers numbers, int depth) {
        this.feeds = feeds;
        this.numbers = numbers;
        this.stack = new long[Math.max(1, depth)];
    }

    /** Evaluates, always on the lowest level that has news. */
    void run(Progress progress) {
        int i = 0;
        while (i < feeds.length) {
            Feed f = feeds[i];
            if (f.cursor < f.relation.size) {
                take(f, progress);
                i = 0;
            } else {
                i++;
                Residue residue = f.level.residue;
                if (residue != null && (i == feeds.length || feeds[i].level != f.level)) {
                    residue.decide(progress);
                }
            }
        }
    }

    private void take(Feed f, Progress progress) {
        int from = f.cursor;
        int to = f.relation.size;
        for (int i = 0; i < f.versions.size(); i++) {
            Version v = f.versions.get(i);
            if (prepare(v, f, from, to)) {
                join(v, from, to, f.level.residue, progress);
            }
        }
        f.cursor = to;
    }

    /** Notes what each literal may see; returns whether each may have a match. */
    private static boolean prepare(Version v, Feed news, int from, int to) {
        for (Feed flag : v.flags) {
            if (flag.cursor == 0) {
                return false;
            }
        }
        Step[] steps = v.steps;
        for (int i = 1; i < steps.length; i++) {
            Step s = steps[i];
            if (s.isPair && s.relation.room == 0) {
                s.relation.makeRoom();
            } else if (s.kind <= Step.NONE) {
                Feed feed = s.feed;
                s.limit =
                        feed == null
                                ? s.relation.size
                                : feed == news ? s.before ? to : from : feed.cursor;
                if (s.limit == 0 && s.kind != Step.NONE && isBeforeEffects(steps, i)) {
                    return false;
                }
                if (s.index != null) {
                    s.index.catchUp();
                }
            }
        }
        return true;
    }

    private static boolean isBeforeEffects(Step[] steps, int end) {
        for (int i = 0; i < end; i++) {
            if (steps[i].kind == Step.DEMAND || steps[i].kind == Step.ASSUME_NONE) {
                return false;
            }
        }
        return true;
    }

    /**
     * The one loop in which the time is spent. It does by hand what methods of {@link Step}, {@link
     * Index} and {@link Relation} do for the general case: one loop in one method is soon compiled,
     * and compiled but once.
     */
    private void join(Version v, int from, int to, @Nullable Residue residue, Progress progress) {
        Step[] steps = v.steps;
        int[] registers = v.registers;
        int news = from;
        int work = 0;
        int p = 0;
        boolean forward = false;
        while (true) {
            if (++work >= INTERVAL) {
                progress.worked(work);
                work = 0;
            }
            Step s = steps[p];
            if (s.kind == Step.SCAN) {
                Relation relation = s.relation;
                int[] data = relation.data;
                int row;
                if (p == 0) {
                    row = news++;
                    if (row >= to) {
                        break;
                    }
                } else {
                    Index index = s.index;
                    if (!forward) {
                        row = s.candidate;
                    } else if (s.keyColumn >= 0 && index != null) {
                        int x = registers[s.keyRegister];
                        int column = s.keyColumn;
                        int arity = relation.arity;
                        int[] t = index.table;
                        int i = x * Relation.MIX >>> index.shift;
                        row = t[i] - 1;
                        while (row >= 0 && data[row * arity + column] != x) {
                            i = i + 1 & t.length - 1;
                            row = t[i] - 1;
                        }
                    } else {
                        s.open(registers);
                        row = s.candidate;
                    }
                    forward = false;
                    if (row < 0) {
                        p = s.back;
                        continue;
                    }
                    s.candidate = index != null ? index.next[row] : s.all ? row - 1 : -1;
                    if (row >= s.limit) {
                        continue;
                    }
                }
                int at = row * relation.arity;
                if (s.binds > 0) {
                    registers[s.toRegister0] = data[at + s.fromColumn0];
                    if (s.binds > 1) {
                        registers[s.toRegister1] = data[at + s.fromColumn1];
                        if (s.binds > 2) {
                            s.bindMore(data, at, registers);
                        }
                    }
                }
                if (relation.truth != null && relation.truthOf(row) == Relation.FALSE
                        || s.checks > 0 && !s.check(data, at, registers)) {
                    continue;
                }
                s.row = row;
                p++;
                forward = true;
            } else if (s.kind == Step.EMIT) {
                Relation into = s.relation;
                if (s.isPair) {
                    int x = registers[s.toRegister0];
                    int y = registers[s.toRegister1];
                    int[] data = into.data;
                    int[] t = into.table;
                    int i = (x * Relation.MIX + y) * Relation.MIX >>> into.shift;
                    int e = t[i];
                    while (e != 0 && (data[2 * e - 1] != y || data[2 * e - 2] != x)) {
                        i = i + 1 & t.length - 1;
                        e = t[i];
                    }
                    if (e == 0) {
                        int row = into.size;
                        t[i] = row + 1;
                        into.size = row + 1;
                        data[2 * row] = x;
                        data[2 * row + 1] = y;
                        if (row + 1 >= into.room) {
                            into.makeRoom();
                        }
                    }
                } else {
                    emit(v, s, residue);
                }
                p = s.back;
                forward = false;
            } else if (s.kind == Step.DEMAND ? s.demand(registers) : test(s, registers)) {
                p++;
                forward = true;
            } else {
                p = s.back;
                forward = false;
            }
        }
        progress.worked(work + 1);
    }

    private void emit(Version v, Step s, @Nullable Residue residue) {
        Relation into = s.relation;
        if (v.conditional && residue != null) {
            residue.derive(v, s);
        } else if (into.best >= 0) {
            into.improve(v.registers, s.key, numbers, s.least);
        } else {
            into.add(v.registers, s.key);
        }
    }

    private boolean test(Step s, int[] registers) {
        switch (s.kind) {
            case Step.ANY:
                return s.any(registers);
            case Step.NONE:
                return isAbsent(s, registers);
            case Step.ASSUME_NONE:
                int row = s.relation.add(registers, s.key);
                s.row = row < 0 ? ~row : row;
                return true;
            case Step.SAME:
                return registers[s.source] == registers[s.target];
            case Step.DIFFERENT:
                return registers[s.source] != registers[s.target];
            case Step.COPY:
                registers[s.target] = registers[s.source];
                return true;
            default:
                return compute(s, registers);
        }
    }

    /** A row of which nothing is known for sure stays as a condition. */
    private static boolean isAbsent(Step s, int[] registers) {
        s.row = -1;
        if (!s.any(registers)) {
            return true;
        }
        return s.relation.truth != null && s.relation.truthOf(s.row) == Relation.UNDEFINED;
    }

    private boolean compute(Step s, int[] registers) {
        Expression left = s.left;
        if (left == null) {
            throw new IllegalStateException();
        }
        long x = left.evaluate(registers, stack, numbers);
        if (s.kind == Step.COMPARE) {
            Expression right = s.right;
            long y = right == null ? 0 : right.evaluate(registers, stack, numbers);
            return holds(s, Long.compare(x, y));
        }
        int code = x >= 0 && x <= Integer.MAX_VALUE ? (int) x : numbers.codeOf(x);
        if (s.kind == Step.CHECK_VALUE) {
            return registers[s.target] == code;
        }
        registers[s.target] = code;
        return true;
    }

    private static boolean holds(Step s, int order) {
        Literal.Relator relator = s.relator;
        if (relator == null) {
            throw new IllegalStateException();
        }
        switch (relator) {
            case LESS:
                return order < 0;
            case LESS_OR_EQUAL:
                return order <= 0;
            case GREATER:
                return order > 0;
            case GREATER_OR_EQUAL:
                return order >= 0;
            case EQUAL:
                return order == 0;
            default:
                return order != 0;
        }
    }
}
