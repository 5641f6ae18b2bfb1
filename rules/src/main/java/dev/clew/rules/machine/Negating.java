package dev.clew.rules.machine;

import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code \+ Goal} of a goal that has to be called. As long as no table is concerned, this is
 * negation as failure. If the goal has undefined answers only, so is its negation. If it has to
 * wait for a table that is being filled, the negation is begun anew as that of a tabled goal,
 * {@code tnot(tabled_call(Goal))}, which can be delayed.
 */
final class Negating {
    private Negating() {}

    /** Tries the goal. */
    static final class Try extends Code {
        Code goal = Proceed.INSTANCE;
        Code refuted = Proceed.INSTANCE;

        /** Negates the goal as a tabled one. */
        Code tabled = Proceed.INSTANCE;

        /** The goal with its module. */
        private final Pattern term;

        private final int frameSize;
        private final int place;

        /**
         * @param place where to keep the choice point
         */
        Try(Pattern term, int frameSize, int place) {
            this.term = term;
            this.frameSize = frameSize;
            this.place = place;
        }

        @Override
        Code exec(Machine m) {
            Frame e = m.allocate(frameSize);
            Alternative alternative = new Alternative(m, this, e);
            m.push(alternative);
            e.vars[place] = alternative;
            return goal;
        }
    }

    /** Where to go on when the goal has no (other) answer. */
    static final class Alternative extends Choice {
        private final Try step;
        private final Frame frame;
        private final @Nullable Delay delays;

        /** Whether the goal is to be tabled. */
        private boolean isTabled;

        /** The conditions of the undefined answers. */
        private @Nullable List<Delay> conditions;

        private Alternative(Machine m, Try step, Frame frame) {
            super(m);
            this.step = step;
            this.frame = frame;
            this.delays = m.delays;
        }

        @Override
        boolean forbidsWaiting() {
            return true;
        }

        /** Gives up the goal, which cannot go on, and begins it anew as a tabled one. */
        Code restart(Machine m) {
            isTabled = true;
            m.cutTo(this);
            return Backtrack.INSTANCE;
        }

        @Override
        Code retry(Machine m) {
            m.pop();
            m.env = frame;
            m.v = frame.vars;
            if (isTabled) {
                return step.tabled;
            }
            List<Delay> open = conditions;
            if (open != null) {
                Term goal = Pattern.build(step.term, m, m.v);
                m.setDelays(Delay.onNegation(m.tabling().undefined(goal, open), m.delays));
            }
            return step.refuted;
        }

        /** Notes an answer that holds on condition. */
        private void note(Delay list) {
            if (conditions == null) {
                conditions = new ArrayList<>(1);
            }
            conditions.add(Delay.before(delays, list));
        }
    }

    /** The goal has an answer: the negation fails, unless the answer is undefined. */
    static final class Answered extends Code {
        private final int place;

        Answered(int place) {
            this.place = place;
        }

        @Override
        Code exec(Machine m) {
            Alternative alternative = (Alternative) m.v[place];
            Delay delays = m.delays;
            if (delays == null || delays == alternative.delays) {
                m.cutTo(alternative.previous);
            } else {
                alternative.note(delays);
            }
            return Backtrack.INSTANCE;
        }
    }
}
