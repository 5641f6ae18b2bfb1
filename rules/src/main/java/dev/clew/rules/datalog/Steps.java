package dev.clew.rules.datalog;

import org.jspecify.annotations.Nullable;

/**
 * The steps that are no walks. Each is a class of its own, so that the JVM does not put their code
 * into the loop of the join.
 */
final class Steps {
    private Steps() {}

    /** A step of a kind that tests or does something. */
    static Step of(int kind, @Nullable Residue residue) {
        switch (kind) {
            case Step.SCAN:
                return new Step(kind);
            case Step.ANY:
                return new Any();
            case Step.NONE:
                return new None();
            case Step.ASSUME_NONE:
                return new AssumeNone();
            case Step.DEMAND:
                return new Demand();
            case Step.EMIT:
                return residue != null ? new Derive(residue) : new Add();
            case Step.COMPARE, Step.COMPUTE, Step.CHECK_VALUE:
                return new Arithmetic(kind);
            default:
                return new Equality(kind);
        }
    }

    private static int verdict(boolean holds) {
        return holds ? 0 : -1;
    }

    private static final class Any extends Step {
        Any() {
            super(ANY);
        }

        @Override
        int perform(Evaluation e, Version v) {
            return verdict(any(v.registers));
        }
    }

    private static final class None extends Step {
        None() {
            super(NONE);
        }

        /** A row of which nothing is known for sure stays as a condition. */
        @Override
        int perform(Evaluation e, Version v) {
            row = -1;
            return verdict(
                    !any(v.registers)
                            || relation.truth != null
                                    && relation.truthOf(row) == Relation.UNDEFINED);
        }
    }

    private static final class AssumeNone extends Step {
        AssumeNone() {
            super(ASSUME_NONE);
        }

        @Override
        int perform(Evaluation e, Version v) {
            int r = relation.add(v.registers, key);
            row = r < 0 ? ~r : r;
            return 0;
        }
    }

    private static final class Demand extends Step {
        Demand() {
            super(DEMAND);
        }

        @Override
        int perform(Evaluation e, Version v) {
            relation.add(v.registers, key);
            return 0;
        }
    }

    private static final class Add extends Step {
        Add() {
            super(EMIT);
        }

        @Override
        int perform(Evaluation e, Version v) {
            if (relation.best >= 0) {
                relation.improve(v.registers, key, e.numbers, least);
            } else {
                relation.add(v.registers, key);
            }
            return -1;
        }
    }

    private static final class Derive extends Step {
        private final Residue residue;

        Derive(Residue residue) {
            super(EMIT);
            this.residue = residue;
        }

        @Override
        int perform(Evaluation e, Version v) {
            residue.derive(v, this);
            return -1;
        }
    }

    private static final class Arithmetic extends Step {
        Arithmetic(int kind) {
            super(kind);
        }

        @Override
        int perform(Evaluation e, Version v) {
            return verdict(e.compute(this, v.registers));
        }
    }

    private static final class Equality extends Step {
        Equality(int kind) {
            super(kind);
        }

        @Override
        int perform(Evaluation e, Version v) {
            int[] registers = v.registers;
            if (kind == COPY) {
                registers[target] = registers[source];
                return 0;
            }
            return verdict(registers[source] == registers[target] == (kind == SAME));
        }
    }
}
