package dev.clew.rules.datalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ground rules of a level whose conditions were open when they were found, and the decision
 * about them: the well-founded model of what is left of a program after the joins are done. After
 * S. Brass, J. Dix, B. Freitag and U. Zukowski, "Transformation-based bottom-up computation of the
 * well-founded model", Theory and Practice of Logic Programming 1(5), 2001: conditions that are met
 * or not met are simplified away; atoms that only support each other are false (the unfounded sets
 * that the alternating fixpoint of A. Van Gelder, 1989, finds in its passes); what then is left
 * open is undefined.
 */
final class Residue {
    private static final int UNDEFINED_CONDITION = -1;
    private static final int REFUTED = -1;

    private final List<Relation> relations = new ArrayList<>();

    /** For a relation of assumed absences the relation that it speaks of, else the same. */
    private final List<Relation> targets = new ArrayList<>();

    /**
     * For each relation the first row that is not decided; the tuples that are assumed not to be
     * there were all asked for when they were decided about.
     */
    private int[] decided = {};

    /** Head (number of relation, row), number of conditions, conditions (relation, row). */
    private int[] log = new int[64];

    private int logged;
    private int rules;
    private int[] all = {};

    /** Makes a relation one whose rows may be anything but true. */
    void enter(Relation relation) {
        relation.markTruth();
        add(relation, relation);
    }

    private void add(Relation relation, Relation target) {
        relation.place = relations.size();
        relations.add(relation);
        targets.add(target);
        decided = Arrays.copyOf(decided, relations.size());
    }

    /**
     * A relation of tuples that are assumed not to be among the answers of a predicate. If these
     * are asked for with all arguments, what was asked for will do, as that is what is looked up.
     */
    Relation assumptions(Adorned of) {
        Relation target = of.answers;
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) == target && relations.get(i) != target) {
                return relations.get(i);
            }
        }
        Relation assumed =
                of.boundColumns.length == target.arity
                        ? of.demand
                        : Relation.derived("not ".concat(target.toString()), target.arity);
        add(assumed, target);
        return assumed;
    }

    void clear() {
        for (Relation r : relations) {
            r.clear();
        }
        Arrays.fill(decided, 0);
        log = new int[64];
        logged = 0;
        rules = 0;
    }

    // ---- Finding ground rules ----

    /** Adds the head of a complete match, with the conditions of its literals. */
    void derive(Version v, Step emit) {
        Step[] steps = v.conditional;
        reserve(3 + 2 * steps.length);
        int end = logged + 3;
        for (Step s : steps) {
            end = noteCondition(s, v.registers, end);
            if (end == REFUTED) {
                return;
            }
        }
        Relation into = emit.relation;
        int row = into.add(v.registers, emit.key);
        row = row < 0 ? ~row : row;
        if (into.truthOf(row) != Relation.OPEN) {
            return;
        }
        int conditions = (end - logged - 3) / 2;
        if (conditions == 0) {
            into.setTruth(row, Relation.TRUE);
        } else {
            log[logged] = into.place;
            log[logged + 1] = row;
            log[logged + 2] = conditions;
            logged = end;
            rules++;
        }
    }

    /** Writes a condition if it is one; returns where the next goes, or that it is not met. */
    private int noteCondition(Step s, int[] registers, int at) {
        int which = s.relation.place;
        int row = s.row;
        if (s.kind == Step.NONE) {
            if (row < 0) {
                return at;
            }
            which = UNDEFINED_CONDITION;
        } else if (s.kind == Step.ASSUME_NONE) {
            if (row < decided[which]) {
                byte truth = truthOfAssumed(targets.get(which), registers, s.key);
                if (truth == Relation.FALSE) {
                    return at;
                } else if (truth == Relation.TRUE) {
                    return REFUTED;
                } else if (truth == Relation.UNDEFINED) {
                    which = UNDEFINED_CONDITION;
                }
            }
        } else {
            if (s.relation.truth == null) {
                return at;
            }
            byte truth = s.relation.truthOf(row);
            if (truth == Relation.UNDEFINED) {
                which = UNDEFINED_CONDITION;
            } else if (truth != Relation.OPEN) {
                return at;
            }
        }
        log[at] = which;
        log[at + 1] = row;
        return at + 2;
    }

    /** The truth of a tuple that was there to be decided about when that was done last. */
    private byte truthOfAssumed(Relation target, int[] registers, int[] key) {
        int found = target.find(registers, key);
        return found < 0
                ? Relation.FALSE
                : found < decided[target.place] ? target.truthOf(found) : Relation.OPEN;
    }

    private void reserve(int more) {
        if (logged + more > log.length) {
            log = Arrays.copyOf(log, Math.max(logged + more, logged * 2));
        }
    }

    // ---- Deciding ----

    /** Decides about all rows that are open. */
    void decide(Progress progress) {
        if (rules == 0) {
            closeOpenRows();
            return;
        }
        int atoms = 0;
        int[] base = new int[relations.size()];
        for (int i = 0; i < base.length; i++) {
            if (targets.get(i) == relations.get(i)) {
                base[i] = atoms - decided[i];
                atoms += relations.get(i).size - decided[i];
            }
        }
        GroundProgram ground = new GroundProgram(atoms, rules);
        for (int i = 0; i < base.length; i++) {
            Relation r = relations.get(i);
            if (targets.get(i) == r) {
                for (int row = decided[i]; row < r.size; row++) {
                    if (r.truthOf(row) == Relation.TRUE) {
                        ground.assertTrue(base[i] + row);
                    }
                }
            }
        }
        for (int at = 0; at < logged; ) {
            at = addRule(ground, base, at);
        }
        progress.worked(logged);
        ground.solve(progress);
        for (int i = 0; i < base.length; i++) {
            Relation r = relations.get(i);
            if (targets.get(i) == r) {
                for (int row = decided[i]; row < r.size; row++) {
                    r.setTruth(row, ground.truth(base[i] + row));
                }
            }
            decided[i] = r.size;
        }
        logged = 0;
        rules = 0;
        if (log.length > 1 << 16) {
            log = new int[64];
        }
    }

    /** Without rules, what is not true yet is false. */
    private void closeOpenRows() {
        for (int i = 0; i < decided.length; i++) {
            Relation r = relations.get(i);
            if (targets.get(i) == r) {
                for (int row = decided[i]; row < r.size; row++) {
                    if (r.truthOf(row) == Relation.OPEN) {
                        r.setTruth(row, Relation.FALSE);
                    }
                }
            }
            decided[i] = r.size;
        }
    }

    private int addRule(GroundProgram ground, int[] base, int at) {
        ground.startRule(base[log[at]] + log[at + 1]);
        int end = at + 3 + 2 * log[at + 2];
        for (int i = at + 3; i < end; i += 2) {
            int which = log[i];
            int row = log[i + 1];
            if (which == UNDEFINED_CONDITION) {
                ground.neverMet();
            } else if (targets.get(which) == relations.get(which)) {
                ground.condition(base[which] + row, false);
            } else {
                addAbsence(ground, base, which, row);
            }
        }
        return end;
    }

    private void addAbsence(GroundProgram ground, int[] base, int which, int row) {
        Relation assumed = relations.get(which);
        Relation target = targets.get(which);
        int found = target.find(assumed.data, columns(row * assumed.arity, assumed.arity));
        if (found < 0) {
            return;
        }
        if (found >= decided[target.place]) {
            ground.condition(base[target.place] + found, true);
            return;
        }
        byte truth = target.truthOf(found);
        if (truth == Relation.UNDEFINED) {
            ground.neverMet();
        } else if (truth == Relation.TRUE) {
            ground.refuted();
        }
    }

    /** The places of a tuple, so that it can be looked up as if they were registers. */
    private int[] columns(int at, int arity) {
        if (all.length != arity) {
            all = new int[arity];
        }
        for (int i = 0; i < arity; i++) {
            all[i] = at + i;
        }
        return all;
    }
}
