package dev.clew.rules.datalog;

import java.util.Arrays;

/**
 * Ground rules with negation, and their well-founded model (A. Van Gelder, K. Ross and J. Schlipf,
 * "The well-founded semantics for general logic programs", Journal of the ACM 38(3), 1991). Truth
 * and falsity spread by counting, in linear time (W. Dowling and J. Gallier, 1984); then atoms
 * without a founded rule become false, and so on until nothing changes.
 */
final class GroundProgram {
    private final int atoms;
    private final int rules;
    private final byte[] truth;
    private final int[] head;
    private final int[] unmet;
    private final boolean[] dead;

    /** How many rules for an atom are not refuted. */
    private final int[] support;

    // Conditions in the order of their rules; an atom, or ~atom if negative.
    private int[] conditions = new int[64];
    private final int[] firstCondition;
    private int count;
    private int rule = -1;

    // The rules in which an atom is a condition: occurrence i of atom a is at occurs[start[a] + i].
    private int[] start = {};
    private int[] occurs = {};

    private final int[] queue;
    private int queued;
    private int taken;

    GroundProgram(int atoms, int rules) {
        this.atoms = atoms;
        this.rules = rules;
        this.truth = new byte[atoms];
        this.head = new int[rules];
        this.unmet = new int[rules];
        this.dead = new boolean[rules];
        this.support = new int[atoms];
        this.firstCondition = new int[rules + 1];
        this.queue = new int[atoms];
    }

    void assertTrue(int atom) {
        decide(atom, Relation.TRUE);
    }

    void startRule(int atom) {
        rule++;
        head[rule] = atom;
        support[atom]++;
        firstCondition[rule] = count;
    }

    void condition(int atom, boolean negative) {
        if (count == conditions.length) {
            conditions = Arrays.copyOf(conditions, count * 2);
        }
        conditions[count++] = negative ? ~atom : atom;
        unmet[rule]++;
    }

    /** The rule has a condition that is undefined for good. */
    void neverMet() {
        unmet[rule]++;
    }

    /** The rule has a condition that is not met. */
    void refuted() {
        if (!dead[rule]) {
            dead[rule] = true;
            support[head[rule]]--;
        }
    }

    /** The truth of an atom in the well-founded model. */
    byte truth(int atom) {
        byte t = truth[atom];
        return t == Relation.OPEN ? Relation.UNDEFINED : t;
    }

    void solve(Progress progress) {
        firstCondition[rules] = count;
        linkOccurrences();
        for (int r = 0; r < rules; r++) {
            if (unmet[r] == 0 && !dead[r]) {
                decide(head[r], Relation.TRUE);
            }
        }
        for (int a = 0; a < atoms; a++) {
            if (support[a] == 0) {
                decide(a, Relation.FALSE);
            }
        }
        do {
            spread(progress);
        } while (refuteUnfounded(progress));
    }

    private void linkOccurrences() {
        start = new int[atoms + 1];
        for (int i = 0; i < count; i++) {
            start[atomOf(conditions[i]) + 1]++;
        }
        for (int a = 0; a < atoms; a++) {
            start[a + 1] += start[a];
        }
        int[] end = Arrays.copyOf(start, atoms);
        occurs = new int[count];
        for (int r = 0; r < rules; r++) {
            for (int i = firstCondition[r]; i < firstCondition[r + 1]; i++) {
                int c = conditions[i];
                occurs[end[atomOf(c)]++] = c < 0 ? ~r : r;
            }
        }
    }

    private static int atomOf(int condition) {
        return condition < 0 ? ~condition : condition;
    }

    private void decide(int atom, byte value) {
        if (truth[atom] == Relation.OPEN) {
            truth[atom] = value;
            queue[queued++] = atom;
        }
    }

    private void spread(Progress progress) {
        while (taken < queued) {
            int atom = queue[taken++];
            boolean isTrue = truth[atom] == Relation.TRUE;
            for (int i = start[atom]; i < start[atom + 1]; i++) {
                int o = occurs[i];
                int r = o < 0 ? ~o : o;
                if (dead[r]) {
                    continue;
                } else if (isTrue == o >= 0) {
                    if (--unmet[r] == 0) {
                        decide(head[r], Relation.TRUE);
                    }
                } else {
                    dead[r] = true;
                    if (--support[head[r]] == 0) {
                        decide(head[r], Relation.FALSE);
                    }
                }
            }
        }
        progress.worked(taken);
    }

    /**
     * Makes the open atoms false that no rule supports but by way of atoms of the same kind;
     * returns whether there were any.
     */
    private boolean refuteUnfounded(Progress progress) {
        if (queued == atoms) {
            return false;
        }
        boolean[] founded = new boolean[atoms];
        int[] missing = new int[rules];
        int[] work = new int[atoms];
        int end = 0;
        for (int r = 0; r < rules; r++) {
            for (int i = firstCondition[r]; i < firstCondition[r + 1]; i++) {
                if (conditions[i] >= 0 && truth[conditions[i]] == Relation.OPEN) {
                    missing[r]++;
                }
            }
            if (missing[r] == 0) {
                end = found(r, founded, work, end);
            }
        }
        for (int next = 0; next < end; next++) {
            int atom = work[next];
            for (int i = start[atom]; i < start[atom + 1]; i++) {
                int r = occurs[i];
                if (r >= 0 && --missing[r] == 0) {
                    end = found(r, founded, work, end);
                }
            }
        }
        progress.worked(count + atoms);
        for (int a = 0; a < atoms; a++) {
            if (!founded[a]) {
                decide(a, Relation.FALSE);
            }
        }
        return taken < queued;
    }

    private int found(int r, boolean[] founded, int[] work, int end) {
        int a = head[r];
        if (dead[r] || founded[a] || truth[a] != Relation.OPEN) {
            return end;
        }
        founded[a] = true;
        work[end] = a;
        return end + 1;
    }
}
