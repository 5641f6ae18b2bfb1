package dev.clew.rules.machine;

import dev.clew.rules.datalog.Expression;
import dev.clew.rules.datalog.Literal;
import dev.clew.rules.datalog.Unsuited;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Reads the body of a clause as Datalog: a list of goals for each way through its disjunctions. */
final class SetBody {
    private static final int MAX_GOALS = 200;
    private static final int MAX_ALTERNATIVES = 64;

    private final SetReader reader;
    private final SetDictionary dictionary;
    private final Clause clause;
    private int[] constants = {};

    SetBody(SetReader reader, SetDictionary dictionary, Clause clause) {
        this.reader = reader;
        this.dictionary = dictionary;
        this.clause = clause;
    }

    int[] constants() {
        return constants;
    }

    /** A goal that is still to be read, in its module, and those after it. */
    private record Agenda(Term goal, Module module, @Nullable Agenda next) {}

    private record State(@Nullable Agenda agenda, List<Literal> done) {}

    List<List<Literal>> alternatives() {
        List<List<Literal>> found = new ArrayList<>();
        Deque<State> open = new ArrayDeque<>();
        open.add(new State(new Agenda(clause.body, clause.module, null), new ArrayList<>()));
        int steps = 0;
        while (!open.isEmpty()) {
            State s = open.removeLast();
            Agenda a = s.agenda;
            while (a != null) {
                if (++steps > MAX_GOALS * MAX_ALTERNATIVES || s.done.size() > MAX_GOALS) {
                    throw new Unsuited("a large body");
                }
                Term goal = a.goal;
                if (goal instanceof Struct t && t.functor() == Functor.COMMA) {
                    a = new Agenda(t.args[0], a.module, new Agenda(t.args[1], a.module, a.next));
                } else if (goal instanceof Struct t && t.functor() == Names.OR) {
                    checkPlain(t.args[0]);
                    open.add(
                            new State(
                                    new Agenda(t.args[1], a.module, a.next),
                                    new ArrayList<>(s.done)));
                    a = new Agenda(t.args[0], a.module, a.next);
                } else if (goal instanceof Struct t && t.functor() == Functor.COLON) {
                    if (!(t.args[0] instanceof Atom name)) {
                        throw new Unsuited("an unknown module");
                    }
                    Module module = a.module.database().module(name);
                    a = new Agenda(t.args[1], module, a.next);
                } else if (goal == Atom.FAIL || goal == Atom.FALSE) {
                    break;
                } else {
                    if (goal != Atom.TRUE) {
                        s.done.add(literal(goal, a.module));
                    }
                    a = a.next;
                }
            }
            if (a == null) {
                found.add(s.done);
                if (found.size() > MAX_ALTERNATIVES) {
                    throw new Unsuited("many alternatives");
                }
            }
        }
        return found;
    }

    private static void checkPlain(Term left) {
        if (left instanceof Struct t
                && (t.functor() == Names.ARROW || t.functor() == Names.SOFT_ARROW)) {
            throw new Unsuited("a condition");
        }
    }

    private Literal literal(Term goal, Module module) {
        if (goal instanceof Struct s && s.args.length == 1 && isNegation(s)) {
            return call(s.args[0], module, true);
        }
        if (goal instanceof Struct s && s.args.length == 2) {
            Literal builtin = builtin(s);
            if (builtin != null) {
                return builtin;
            }
        }
        return call(goal, module, false);
    }

    private static boolean isNegation(Struct s) {
        return s.functor() == Names.NOT || s.name().name().equals("tnot");
    }

    private Literal call(Term goal, Module module, boolean negated) {
        Term t = goal;
        Module home = module;
        while (t instanceof Struct s
                && s.functor() == Functor.COLON
                && s.args[0] instanceof Atom name) {
            home = module.database().module(name);
            t = s.args[1];
        }
        Functor f;
        if (t instanceof Compound c) {
            f = c.functor();
        } else if (t instanceof Atom a) {
            f = Functor.of(a, 0);
        } else {
            throw new Unsuited("a variable goal");
        }
        int[] arguments = arguments(t);
        return new Literal.Call(reader.number(home.predicate(f)), arguments, negated);
    }

    /** The registers of the arguments of a head or goal. */
    int[] arguments(Term t) {
        if (!(t instanceof Compound c)) {
            return new int[0];
        }
        int[] registers = new int[c.arity()];
        for (int i = 0; i < registers.length; i++) {
            registers[i] = register(c.arg(i));
        }
        return registers;
    }

    private int register(Term t) {
        if (t instanceof Slot s) {
            return s.index();
        } else if (t instanceof Atomic a && !(a instanceof Opaque)) {
            return constant(dictionary.codeOf(a));
        }
        throw new Unsuited("a compound argument");
    }

    private int constant(int code) {
        for (int i = 0; i < constants.length; i++) {
            if (constants[i] == code) {
                return clause.slots + i;
            }
        }
        constants = Arrays.copyOf(constants, constants.length + 1);
        constants[constants.length - 1] = code;
        return clause.slots + constants.length - 1;
    }

    // ---- Built-ins ----

    private @Nullable Literal builtin(Struct s) {
        Term left = s.args[0];
        Term right = s.args[1];
        switch (s.name().name()) {
            case "=":
                return same(Literal.Equality.UNIFY, left, right);
            case "==":
                return same(Literal.Equality.EQUAL, left, right);
            case "\\=", "\\==":
                return same(Literal.Equality.DIFFERENT, left, right);
            case "is":
                return new Literal.Is(register(left), expression(right));
            case "<":
                return comparison(Literal.Relator.LESS, left, right);
            case "=<":
                return comparison(Literal.Relator.LESS_OR_EQUAL, left, right);
            case ">":
                return comparison(Literal.Relator.GREATER, left, right);
            case ">=":
                return comparison(Literal.Relator.GREATER_OR_EQUAL, left, right);
            case "=:=":
                return comparison(Literal.Relator.EQUAL, left, right);
            case "=\\=":
                return comparison(Literal.Relator.NOT_EQUAL, left, right);
            default:
                return null;
        }
    }

    private Literal same(Literal.Equality kind, Term left, Term right) {
        return new Literal.Same(kind, register(left), register(right));
    }

    private Literal comparison(Literal.Relator relator, Term left, Term right) {
        return new Literal.Comparison(relator, expression(left), expression(right));
    }

    private Expression expression(Term t) {
        Postfix p = new Postfix();
        add(p, t, 0);
        return new Expression(
                p.operations.toArray(new Expression.Op[0]), Arrays.copyOf(p.operands, p.size));
    }

    private static final class Postfix {
        final List<Expression.Op> operations = new ArrayList<>();
        long[] operands = new long[8];
        int size;

        void add(Expression.Op op, long operand) {
            operations.add(op);
            if (size == operands.length) {
                operands = Arrays.copyOf(operands, size * 2);
            }
            operands[size++] = operand;
        }
    }

    private void add(Postfix p, Term t, int depth) {
        if (depth > MAX_GOALS) {
            throw new Unsuited("a deep expression");
        }
        if (t instanceof Slot s) {
            p.add(Expression.Op.PUSH, s.index());
        } else if (t instanceof Int i) {
            p.add(Expression.Op.VALUE, i.value());
        } else if (t instanceof Struct s && s.args.length <= 2) {
            Expression.Op op = operation(s.name().name(), s.args.length);
            for (Term argument : s.args) {
                add(p, argument, depth + 1);
            }
            if (op != null) {
                p.add(op, 0);
            }
        } else {
            throw new Unsuited("an expression");
        }
    }

    /** The operation, or null for one that does nothing to an integer. */
    private static Expression.@Nullable Op operation(String name, int arity) {
        if (arity == 1) {
            switch (name) {
                case "-":
                    return Expression.Op.NEGATE;
                case "abs":
                    return Expression.Op.MAGNITUDE;
                case "+":
                    return null;
                default:
                    throw new Unsuited("a function");
            }
        }
        switch (name) {
            case "+":
                return Expression.Op.ADD;
            case "-":
                return Expression.Op.SUBTRACT;
            case "*":
                return Expression.Op.MULTIPLY;
            case "/":
                return Expression.Op.DIVIDE;
            case "//":
                return Expression.Op.TRUNCATE;
            case "mod":
                return Expression.Op.MODULO;
            case "rem":
                return Expression.Op.REMAINDER;
            case "min":
                return Expression.Op.MINIMUM;
            case "max":
                return Expression.Op.MAXIMUM;
            case "/\\":
                return Expression.Op.AND;
            case "\\/":
                return Expression.Op.OR;
            default:
                throw new Unsuited("a function");
        }
    }
}
