package dev.clew.rules.checking;

import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.proofs.forms.Outline;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Order;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import java.util.Arrays;
import java.util.List;

/** Checks a step by a branch of a control construct: its premises are parts of the goal. */
final class BranchCheck {
    private final Outline outline;
    private final Outline.Line line;
    private final int number;
    private final Term goal;

    BranchCheck(Outline outline, Outline.Line line, int number) {
        this.outline = outline;
        this.line = line;
        this.number = number;
        this.goal = Terms.plain(line.proof().goal());
    }

    /** Whether two goals are the same, whatever modules and {@code call/1} stand in front. */
    static boolean isSame(Term a, Term b) {
        Term x = bare(a);
        Term y = bare(b);
        return Terms.mayShareModule(a, b)
                && (Order.identical(x, y)
                        || x instanceof Struct s
                                && y instanceof Struct t
                                && s.functor() == Terms.OR
                                && t.functor() == Terms.OR
                                && Order.identical(bare(s.args[0]), bare(t.args[0]))
                                && Order.identical(bare(s.args[1]), bare(t.args[1])));
    }

    static Term bare(Term goal) {
        Term t = Terms.plain(goal);
        while (t instanceof Struct s && s.functor() == Terms.CALL) {
            t = Terms.plain(s.args[0]);
        }
        return t;
    }

    void check() {
        if (!(goal instanceof Struct s)) {
            throw new Wrong(line, "The goal has no branches.");
        }
        if (s.functor() == Terms.OR || s.functor() == Terms.BAR) {
            Term left = s.args[0].deref();
            boolean isConditional =
                    left instanceof Struct c
                            && (c.functor() == Terms.ARROW || c.functor() == Terms.SOFT_ARROW);
            if (isConditional) {
                conditional((Struct) left, s.args[1]);
            } else {
                branches(new Term[][] {{left}, {s.args[1]}});
            }
        } else if (s.functor() == Terms.ARROW || s.functor() == Terms.SOFT_ARROW) {
            branches(new Term[][] {{s.args[0], s.args[1]}});
        } else {
            calling(s);
        }
    }

    private void conditional(Struct condition, Term orElse) {
        Term no = new Struct(Terms.NOT, new Term[] {condition.args[0]});
        branches(new Term[][] {{condition.args[0], condition.args[1]}, {no, orElse}});
        if (number == 2) {
            requireFailure(0);
        }
    }

    private void requireFailure(int premise) {
        Outline.Line negation = outline.premises(line).get(premise);
        if (!(negation.proof().step() instanceof Step.ByFailure)) {
            throw new Wrong(negation, "That the condition fails must be shown by its failure.");
        }
    }

    private void branches(Term[][] branches) {
        if (number < 1 || number > branches.length) {
            throw new Wrong(line, "The goal has no branch " + number + ".");
        }
        premises(branches[number - 1]);
    }

    private void premises(Term[] expected) {
        List<Outline.Line> premises = outline.premises(line);
        if (premises.size() != expected.length) {
            throw new Wrong(
                    line,
                    "Branch "
                            + number
                            + " needs "
                            + expected.length
                            + " premises, but the step has "
                            + premises.size()
                            + ".");
        }
        for (int i = 0; i < expected.length; i++) {
            Proof p = premises.get(i).proof();
            if (!isSame(expected[i], p.goal())) {
                boolean isOtherBranch = premises.size() == 1 || i == 0 && isNegation(p.goal());
                throw new Wrong(
                        isOtherBranch ? line : premises.get(i),
                        "Premise " + (i + 1) + " is not what branch " + number + " needs.");
            }
        }
    }

    private static boolean isNegation(Term goal) {
        return Terms.is(Terms.plain(goal), "\\+", 1);
    }

    /** Predicates that hold because a goal does. */
    private void calling(Struct s) {
        String name = s.name().name();
        Term called = s.args[0].deref();
        if (name.equals("call")) {
            Term[] more = Arrays.copyOfRange(s.args, 1, s.args.length);
            Term extended = Terms.extended(called, more);
            if (extended == null) {
                throw new Wrong(line, "The goal calls something that is not callable.");
            }
            branches(new Term[][] {{extended}});
        } else if (Terms.is(s, "once", 1)
                || Terms.is(s, "catch", 3)
                || Terms.is(s, "catch_with_backtrace", 3)) {
            handled(s, called);
        } else if (Terms.is(s, "apply", 2)) {
            List<Term> more = Lists.itemsOrNull(s.args[1]);
            Term extended = more == null ? null : Terms.extended(called, more.toArray(new Term[0]));
            branches(new Term[][] {{extended == null ? called : extended}});
        } else if (Terms.is(s, "ignore", 1)) {
            Term no = new Struct(Terms.NOT, new Term[] {called});
            branches(new Term[][] {{called}, {no}});
        } else if (Terms.is(s, "phrase", 2) || Terms.is(s, "phrase", 3)) {
            phrase(s);
        } else {
            other(s);
        }
    }

    private void handled(Struct s, Term called) {
        if (s.args.length == 3 && number == 2) {
            premises(new Term[] {s.args[2]});
            throw new Undecided("that its goal raises an error is not decided here");
        }
        branches(new Term[][] {{called}});
    }

    /** The only premise is what the grammar body stands for, with the two lists put in. */
    private void phrase(Struct s) {
        Term rest = s.args.length == 3 ? s.args[2] : Atom.NIL;
        List<Outline.Line> premises = outline.premises(line);
        if (number != 1 || premises.size() != 1) {
            throw new Wrong(line, "The goal needs one premise: what its body stands for.");
        }
        Bindings bindings = new Bindings();
        Term open = Grammar.goal(s.args[0], s.args[1], rest, bindings);
        if (!bindings.unify(open, Terms.plain(premises.get(0).proof().goal()))) {
            throw new Wrong(premises.get(0), "The grammar body stands for another goal.");
        }
    }

    /** A predicate that takes a goal among its arguments, such as {@code call_cleanup/2}. */
    private void other(Struct s) {
        List<Outline.Line> premises = outline.premises(line);
        if (number != 1 || premises.size() != 1) {
            throw new Wrong(line, "The goal has no branches.");
        }
        Term shown = premises.get(0).proof().goal();
        for (Term argument : s.args) {
            if (isSame(argument, shown)) {
                throw new Undecided("that " + s.functor() + " holds is not decided here");
            }
        }
        throw new Wrong(line, "The premise is not a goal that " + s.functor() + " calls.");
    }
}
