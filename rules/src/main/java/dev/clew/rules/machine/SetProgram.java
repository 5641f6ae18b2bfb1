package dev.clew.rules.machine;

import dev.clew.rules.datalog.Answers;
import dev.clew.rules.datalog.Plan;
import dev.clew.rules.datalog.Program;
import dev.clew.rules.datalog.Progress;
import dev.clew.rules.datalog.Unsuited;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All that a tabled predicate depends on, as a program for set-at-a-time evaluation, with its plans
 * and what they have derived; or the finding that such evaluation cannot do it.
 */
final class SetProgram {
    private final List<Source> sources;
    private final @Nullable Program program;
    private final SetDictionary dictionary;
    private final SetSpace space;
    private final List<Plan> plans = new ArrayList<>();

    /** Goals that turned out unsuited: predicate, mask. */
    private final List<int[]> rejected = new ArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();

    /** The predicate that a ground goal was settled for last, its number and its plan. */
    private @Nullable ClauseProcedure groundProcedure;

    private int groundPredicate;
    private @Nullable Plan groundPlan;
    private long age;
    private volatile @Nullable Check lastCheck;
    private volatile @Nullable List<ClauseProcedure> procedures;

    /** When this was found valid, and for views of whom and from when. */
    private record Check(long generation, long viewer, long since) {}

    /** A predicate that was read, and the state it was in. */
    record Source(
            Predicate predicate,
            ClauseProcedure procedure,
            long stamp,
            boolean isTabled,
            @Nullable Object modes) {
        static Source of(Predicate predicate, ClauseProcedure procedure) {
            return new Source(
                    predicate,
                    procedure,
                    procedure.lastChange(),
                    procedure.isTabled,
                    procedure.tableModes);
        }

        boolean isUnchanged(Machine m) {
            return isDeclaredAsBefore()
                    && SetReader.resolve(predicate) == procedure
                    && procedure.lastChange() == stamp
                    && procedure.showsNewest(m);
        }

        boolean isDeclaredAsBefore() {
            return procedure.isTabled == isTabled
                    && procedure.tableModes == modes
                    && procedure.changeLog == null;
        }
    }

    /** Lets the limits of a machine end an evaluation. */
    private record Work(Machine m) implements Progress {
        @Override
        public void worked(int steps) {
            m.worked(steps);
        }
    }

    /** With a null program if the predicate is unsuited. */
    SetProgram(
            List<Source> sources,
            @Nullable Program program,
            SetDictionary dictionary,
            SetSpace space) {
        this.sources = sources;
        this.program = program;
        this.dictionary = dictionary;
        this.space = space;
        this.age = space.age();
    }

    SetDictionary dictionary() {
        return dictionary;
    }

    /** Whether set-at-a-time evaluation may do it. */
    boolean isSuited() {
        return program != null;
    }

    List<Source> sources() {
        return sources;
    }

    /** The procedures whose clauses were read. */
    List<ClauseProcedure> procedures() {
        List<ClauseProcedure> known = procedures;
        if (known == null) {
            known = new ArrayList<>();
            for (Source s : sources) {
                known.add(s.procedure);
            }
            procedures = known;
        }
        return known;
    }

    /** Whether a machine sees the clauses that this was made from. */
    boolean isValid(Machine m) {
        if (dictionary != space.dictionary()) {
            return false;
        }
        long now = m.db().generation;
        long viewer = m.view.id;
        long since = m.view.since(Long.MAX_VALUE);
        Check known = lastCheck;
        boolean same =
                known != null
                        && known.generation == now
                        && known.viewer == viewer
                        && known.since == since;
        for (int i = 0; i < sources.size(); i++) {
            Source s = sources.get(i);
            if (same ? !s.isDeclaredAsBefore() : !s.isUnchanged(m)) {
                return false;
            }
        }
        if (!same) {
            lastCheck = new Check(now, viewer, since);
        }
        return true;
    }

    /** The number of a predicate, or -1. */
    private int numberOf(ClauseProcedure procedure) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).procedure == procedure) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether a ground goal is true, if there is a plan for it already.
     *
     * @param values the codes of the arguments; there may be more
     * @return one of the values of {@link Plan#settled}
     */
    int settle(Machine m, ClauseProcedure procedure, int[] values) {
        if (!lock.tryLock()) {
            return Plan.UNSETTLED;
        }
        try {
            if (age != space.age()) {
                return Plan.UNSETTLED;
            }
            Plan plan = groundPlan;
            if (groundProcedure != procedure || plan == null) {
                groundProcedure = procedure;
                groundPredicate = numberOf(procedure);
                int mask = (1 << procedure.predicate.functor.arity()) - 1;
                plan = isRejected(groundPredicate, mask) ? null : knownPlan(groundPredicate, mask);
                groundPlan = plan;
            }
            if (plan == null) {
                return Plan.UNSETTLED;
            }
            int truth = plan.settled(groundPredicate, values);
            return truth != Plan.UNSETTLED ? truth : settle(m, plan, values);
        } finally {
            lock.unlock();
        }
    }

    private int settle(Machine m, Plan plan, int[] values) {
        boolean completed = false;
        try {
            int truth = plan.settle(groundPredicate, values, new Work(m));
            completed = true;
            return truth;
        } catch (Unsuited e) {
            groundPlan = null;
            return Plan.UNSETTLED;
        } finally {
            if (!completed) {
                plan.clear();
            }
        }
    }

    /** Answers a goal, or null if it is unsuited. */
    @Nullable AnswerList answer(
            Machine m, ClauseProcedure procedure, int[] values, int[] variables) {
        Program p = program;
        if (p == null) {
            return null;
        }
        if (!lock.tryLock()) {
            // Another thread is at it; to wait would not notice our limits.
            return new SetProgram(sources, p, dictionary, space)
                    .answer(m, procedure, values, variables);
        }
        try {
            return answer(m, p, numberOf(procedure), values, variables);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable AnswerList answer(
            Machine m, Program p, int predicate, int[] values, int[] variables) {
        int mask = 0;
        for (int i = 0; i < variables.length; i++) {
            mask |= variables[i] < 0 ? 1 << i : 0;
        }
        if (isRejected(predicate, mask)) {
            return null;
        }
        forgetAbolished();
        Plan plan = null;
        boolean completed = false;
        try {
            plan = plan(p, predicate, mask);
            Answers answers = plan.answer(predicate, values, variables, new Work(m));
            completed = true;
            return new SetAnswers(answers, dictionary);
        } catch (Unsuited e) {
            rejected.add(new int[] {predicate, mask});
            groundPlan = null;
            return null;
        } finally {
            if (!completed && plan != null) {
                plan.clear();
            }
        }
    }

    private boolean isRejected(int predicate, int mask) {
        for (int i = 0; i < rejected.size(); i++) {
            int[] r = rejected.get(i);
            if (r[0] == predicate && r[1] == mask) {
                return true;
            }
        }
        return false;
    }

    private void forgetAbolished() {
        long now = space.age();
        if (age != now) {
            age = now;
            for (Plan plan : plans) {
                plan.clear();
            }
        }
    }

    private Plan plan(Program p, int predicate, int mask) {
        Plan plan = knownPlan(predicate, mask);
        if (plan == null) {
            plan = Plan.of(p, predicate, mask, dictionary);
            plans.add(plan);
        }
        return plan;
    }

    private @Nullable Plan knownPlan(int predicate, int mask) {
        for (int i = 0; i < plans.size(); i++) {
            if (plans.get(i).serves(predicate, mask)) {
                return plans.get(i);
            }
        }
        return null;
    }
}
