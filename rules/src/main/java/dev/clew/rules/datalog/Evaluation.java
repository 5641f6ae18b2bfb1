package dev.clew.rules.datalog;

/**
 * Runs the joins of a plan until there is no news. The news of a relation is taken in batches of
 * all rows that came since the last; a match of several literals is found once, when the newest of
 * its rows is news (semi-naive evaluation; Balbin and Ramamohanarao, "A generalization of the
 * differential approach to recursive query evaluation", Journal of Logic Programming 4(3), 1987).
 */
final class Evaluation {
    private static final int INTERVAL = 4096;

    /** How many rows are joined in one go. */
    private static final int CHUNK = 8;

    private final Feed[] feeds;
    final Numbers numbers;
    private final long[] stack;

    /** The steps made since progress was reported. */
    private int work;

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
                for (int at = from; at < to; at += CHUNK) {
                    join(v, at, Math.min(to, at + CHUNK), progress);
                }
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
     * The one loop in which the time is spent, for a few rows of news. It does by hand what methods
     * of {@link Step}, {@link Index} and {@link Relation} do for the general case, and leaves that
     * to {@link Step#perform}: so it is small, and soon compiled. As it is called often, the JVM
     * compiles the method as a whole and not, before that, the loop on its own.
     */
    private void join(Version v, int from, int to, Progress progress) {
        Step[] steps = v.steps;
        int[] registers = v.registers;
        int news = from;
        int p = 0;
        boolean forward = false;
        int w = work;
        while (true) {
            if (++w >= INTERVAL) {
                w = 0;
                progress.worked(INTERVAL);
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
                        row = index.table[x * Relation.MIX >>> index.shift] - 1;
                        if (row >= 0 && data[row * relation.arity + s.keyColumn] != x) {
                            row = index.findLater(x, s.keyColumn);
                        }
                    } else {
                        row = s.all ? s.limit - 1 : s.perform(this, v);
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
                    }
                }
                if (s.isIntricate && !s.load(row, registers)) {
                    continue;
                }
                s.row = row;
                p++;
                forward = true;
                s = steps[p];
                if (!s.isPair) {
                    continue;
                }
            }
            if (s.isPair) {
                Relation into = s.relation;
                int x = registers[s.toRegister0];
                int y = registers[s.toRegister1];
                int i = (x * Relation.MIX + y) * Relation.MIX >>> into.shift;
                int e = into.table[i];
                if (e == 0) {
                    into.put(i, x, y);
                } else if (into.data[2 * e - 1] != y || into.data[2 * e - 2] != x) {
                    into.addLater(i, x, y);
                }
                p = s.back;
                forward = false;
            } else if (s.perform(this, v) >= 0) {
                p++;
                forward = true;
            } else {
                p = s.back;
                forward = false;
            }
        }
        work = w;
    }

    /** Computes a value, or compares two. */
    boolean compute(Step s, int[] registers) {
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
