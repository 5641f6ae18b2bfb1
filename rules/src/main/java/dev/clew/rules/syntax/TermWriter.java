package dev.clew.rules.syntax;

import dev.clew.rules.limits.Watch;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Writes terms (ISO 7.10.5). What is still to be written lies on a stack of its own, so that deep
 * terms need no Java stack. What is written with {@link WriteOptions#quoted} reads back as the same
 * term.
 */
public final class TermWriter {
    /** Operators from here on are those of comparisons, goals and clauses. */
    private static final int WEAK = 700;

    private static final Functor NUMBERED = Functor.of("$VAR", 1);
    private static final Atom COMMA = Functor.COMMA.name();
    private static final String CUT_OFF = "...";
    private static final int CYCLE_DEPTH = 12;
    private static final int ARGUMENT_MAX = 999;
    private static final int ANY = 1200;

    /** Kinds of work on the stack. */
    private static final int TERM = 0;

    /** A term that is an operand: operators that stand for themselves go in parentheses. */
    private static final int OPERAND = 1;

    /** Punctuation. */
    private static final int TEXT = 2;

    /** The rest of a list after the element of a cell. */
    private static final int REST = 3;

    /** The arguments of a compound from an index on. */
    private static final int ARGUMENTS = 4;

    /** The name of an infix operator. */
    private static final int INFIX = 5;

    /** A compound that others refer to by its number: its own text. */
    private static final int DEFINITION = 6;

    private final CharSink sink;
    private final Operators operators;

    private final WriteOptions options;
    private final Spacer out;
    private final boolean dotLists;
    private int maxDepth;
    private @Nullable Map<Term, Integer> cycles;

    private @Nullable Object[] data = new @Nullable Object[32];
    private int[] kinds = new int[32];
    private int[] numbers = new int[32];
    private int[] depths = new int[32];
    private int size;
    private int steps;

    private TermWriter(CharSink sink, Operators operators, WriteOptions options) {
        this.sink = sink;
        this.operators = operators;
        this.options = options;
        this.out = new Spacer(sink, options.partial);
        this.dotLists =
                options.dotLists || options.noLists || (options.ignoreOps && !options.keepLists);
        this.maxDepth = options.maxDepth;
    }

    /** Writes {@code term} to {@code sink}. */
    public static void write(CharSink sink, Operators operators, WriteOptions options, Term term) {
        TermWriter writer = new TermWriter(sink, operators, options);
        writer.start(term.deref());
        writer.finish();
    }

    /** The text of {@code term}. */
    public static String toText(Operators operators, WriteOptions options, Term term) {
        StringSink sink = new StringSink();
        write(sink, operators, options, term);
        return sink.toString();
    }

    /** An atom as it must be written to be read back. */
    public static String quoted(Atom atom) {
        return AtomText.quoted(atom.name());
    }

    private void start(Term term) {
        if (!(term instanceof Compound) || Cycles.isPlain(term)) {
            push(TERM, term, options.priority, 1);
            return;
        }
        Map<Term, Integer> found = Cycles.find(term);
        if (found.isEmpty()) {
            push(TERM, term, options.priority, 1);
        } else if (options.cycles) {
            cycles = found;
            definitions(term, found);
        } else {
            maxDepth = maxDepth == 0 ? CYCLE_DEPTH : maxDepth;
            push(TERM, term, options.priority, 1);
        }
    }

    /** Pushes {@code @(Template,[S_1=Definition,...])}. */
    private void definitions(Term term, Map<Term, Integer> found) {
        Term[] inOrder = new Term[found.size()];
        for (Map.Entry<Term, Integer> e : found.entrySet()) {
            inOrder[e.getValue() - 1] = e.getKey();
        }
        push(TEXT, "])", 0, 1);
        for (int i = inOrder.length - 1; i >= 0; i--) {
            push(DEFINITION, inOrder[i], 699, 1);
            push(TEXT, (i == 0 ? "" : ",").concat(reference(i + 1)).concat("="), 0, 1);
        }
        push(TEXT, ",[", 0, 1);
        push(TERM, term, ARGUMENT_MAX, 1);
        push(TEXT, "@(", 0, 1);
    }

    private static String reference(int number) {
        return "S_".concat(Integer.toString(number));
    }

    private void finish() {
        while (size > 0) {
            Watch.check(++steps);
            int i = --size;
            Object what = Objects.requireNonNull(data[i]);
            data[i] = null;
            int depth = depths[i];
            switch (kinds[i]) {
                case TERM -> term((Term) what, numbers[i], depth, false);
                case OPERAND -> term((Term) what, numbers[i], depth, true);
                case TEXT -> out.raw((String) what);
                case REST -> rest((Cons) what, numbers[i], depth);
                case ARGUMENTS -> arguments((Compound) what, numbers[i], depth);
                case INFIX -> infixName((Op) what);
                default -> compound((Compound) what, numbers[i], depth);
            }
        }
        if (options.fullStop) {
            out.token(".");
            sink.append(options.newLine ? '\n' : ' ');
        } else if (options.newLine) {
            sink.append('\n');
        }
    }

    private void push(int kind, Object what, int number, int depth) {
        int i = size++;
        if (i == data.length) {
            data = Arrays.copyOf(data, i * 2);
            kinds = Arrays.copyOf(kinds, i * 2);
            numbers = Arrays.copyOf(numbers, i * 2);
            depths = Arrays.copyOf(depths, i * 2);
        }
        data[i] = what;
        kinds[i] = kind;
        numbers[i] = number;
        depths[i] = depth;
    }

    private void term(Term term, int max, int depth, boolean operand) {
        Term t = term.deref();
        if (maxDepth > 0 && depth > maxDepth) {
            out.token(CUT_OFF);
        } else if (t instanceof Var v) {
            out.token(variable(v));
        } else if (options.portray != null && options.portray.portray(t, options)) {
            out.refresh();
        } else if (t instanceof Compound c) {
            Integer number = cycles == null ? null : cycles.get(c);
            if (number != null) {
                out.token(reference(number));
            } else {
                compound(c, max, depth);
            }
        } else if (t instanceof Atom a) {
            atom(a, max, operand);
        } else {
            out.token(constant((Atomic) t));
        }
    }

    private String variable(Var v) {
        String name = options.variableNames == null ? null : options.variableNames.get(v);
        if (name != null) {
            return name;
        }
        return v.serial == 0
                ? "_G".concat(Integer.toString(System.identityHashCode(v)))
                : "_".concat(Long.toString(v.serial));
    }

    private String constant(Atomic t) {
        if (t instanceof Numeric n) {
            return NumberText.of(n);
        } else if (t instanceof Str s) {
            return options.quoted ? AtomText.quote(s.value(), '"') : s.value();
        }
        return ((Opaque) t).text();
    }

    private String name(Atom atom) {
        return options.quoted ? AtomText.quoted(atom.name()) : atom.name();
    }

    private void atom(Atom atom, int max, boolean operand) {
        Op op = operand || max < ANY ? operators.anyOf(atom) : null;
        if (op != null && (operand || (max < ARGUMENT_MAX && op.priority() > max))) {
            out.token("(");
            out.token(name(atom));
            out.raw(")");
        } else {
            out.token(name(atom));
        }
    }

    private void compound(Compound c, int max, int depth) {
        if (c instanceof Cons cell) {
            if (dotLists) {
                functional(c, depth);
            } else {
                out.token("[");
                push(REST, cell, depth, depth);
                push(TERM, cell.head, ARGUMENT_MAX, depth + 1);
            }
            return;
        }
        Struct s = (Struct) c;
        boolean special =
                (options.numberVars && s.functor() == NUMBERED && numbered(s))
                        || (s.functor() == Functor.CURLY
                                && (!options.ignoreOps || options.braceTerms)
                                && braces(s, depth))
                        || (!options.ignoreOps && operation(s, max, depth));
        if (!special) {
            functional(s, depth);
        }
    }

    private boolean numbered(Struct s) {
        Term number = s.args[0].deref();
        if (options.anonymous && number instanceof Atom a && a.name().equals("_")) {
            out.token("_");
            return true;
        } else if (!(number instanceof Int i) || i.value() < 0) {
            return false;
        } else {
            String letter = Character.toString('A' + (int) (i.value() % 26));
            out.token(i.value() < 26 ? letter : letter.concat(Long.toString(i.value() / 26)));
            return true;
        }
    }

    private boolean braces(Struct s, int depth) {
        out.token("{");
        push(TEXT, "}", 0, depth);
        push(TERM, s.args[0], ANY, depth + 1);
        return true;
    }

    private void functional(Compound c, int depth) {
        out.token(name(c.name()));
        out.raw("(");
        push(ARGUMENTS, c, 0, depth);
    }

    private void arguments(Compound c, int index, int depth) {
        if (index == c.arity()) {
            out.raw(")");
            return;
        }
        if (index > 0) {
            comma();
        }
        push(ARGUMENTS, c, index + 1, depth);
        push(TERM, c.arg(index), ARGUMENT_MAX, depth + 1);
    }

    private void comma() {
        out.raw(options.spaceArguments ? ", " : ",");
    }

    /**
     * Goes on after the element of {@code cell}; {@code reached} counts the depth up along the
     * list.
     */
    private void rest(Cons cell, int reached, int depth) {
        Term tail = cell.tail.deref();
        if (tail == Atom.NIL) {
            out.raw("]");
        } else if (maxDepth > 0 && reached + 1 >= maxDepth) {
            out.raw("|...]");
        } else if (tail instanceof Cons next && (cycles == null || !cycles.containsKey(next))) {
            comma();
            push(REST, next, reached + 1, depth);
            push(TERM, next.head, ARGUMENT_MAX, reached + 2);
        } else {
            out.raw("|");
            push(TEXT, "]", 0, depth);
            push(TERM, tail, ARGUMENT_MAX, depth + 1);
        }
    }

    /**
     * Writes a term whose functor is an operator in operator notation; whether it is such a term.
     */
    private boolean operation(Struct s, int max, int depth) {
        int arity = s.args.length;
        Atom name = s.name();
        if (arity == 2) {
            Op op = operators.infix(name);
            if (op != null) {
                infix(s, op, max, depth);
                return true;
            }
        } else if (arity == 1) {
            Op prefix = operators.prefix(name);
            Op op = prefix != null ? prefix : operators.postfix(name);
            if (op != null) {
                unary(s.args[0], op, max, depth);
                return true;
            }
        }
        return false;
    }

    private void openParentheses(Op op, int max, int depth) {
        if (op.priority() > max) {
            out.token("(");
            push(TEXT, ")", 0, depth);
        }
    }

    private void infix(Struct s, Op op, int max, int depth) {
        openParentheses(op, max, depth);
        push(OPERAND, s.args[1], op.rightMax(), depth + 1);
        push(INFIX, op, 0, depth);
        push(OPERAND, s.args[0], leftMax(op, s.args[0]), depth + 1);
    }

    private void unary(Term operand, Op op, int max, int depth) {
        openParentheses(op, max, depth);
        if (op.type().isPrefix()) {
            out.prefix(name(op.name()), op.name() == Atom.MINUS);
            if (options.spaceOperators && op.priority() >= WEAK) {
                out.raw(" ");
            }
            if (op.name() == Atom.MINUS && startsWithNumeral(operand, op.rightMax())) {
                out.token(" (");
                push(TEXT, ")", 0, depth);
            }
            push(OPERAND, operand, op.rightMax(), depth + 1);
        } else {
            push(INFIX, op, 0, depth);
            push(OPERAND, operand, leftMax(op, operand), depth + 1);
        }
    }

    /**
     * Whether the text of an operand starts with a numeral, which a minus sign before it would make
     * negative (6.3.4.1).
     */
    private boolean startsWithNumeral(Term operand, int max) {
        Term t = operand.deref();
        if (t instanceof Struct s
                && s.args.length == 2
                && operators.infix(s.name()) instanceof Op inner
                && inner.priority() > max) {
            return false; // gets parentheses of its own
        }
        while (t instanceof Struct s
                && (s.args.length == 2 && operators.infix(s.name()) != null
                        || s.args.length == 1
                                && operators.postfix(s.name()) != null
                                && operators.prefix(s.name()) == null)) {
            t = s.args[0].deref();
        }
        if (t instanceof Int i) {
            return i.value() >= 0;
        } else if (t instanceof BigInt b) {
            return b.value().signum() >= 0;
        }
        return t instanceof Flt f && Double.compare(f.value(), 0.0) >= 0;
    }

    /**
     * The priority allowed to the left of an operator. If both operators are of the same priority,
     * the left operand must not end in an operator that would take what follows as its own operand.
     */
    private int leftMax(Op op, Term operand) {
        if (op.leftMax() == op.priority() && operand.deref() instanceof Struct s) {
            Op inner =
                    s.args.length == 2
                            ? operators.infix(s.name())
                            : s.args.length == 1 ? operators.prefix(s.name()) : null;
            if (inner != null
                    && inner.priority() == op.priority()
                    && inner.rightMax() == op.priority()) {
                return op.priority() - 1;
            }
        }
        return op.leftMax();
    }

    private void infixName(Op op) {
        Atom name = op.name();
        if (name == COMMA) {
            comma();
            return;
        }
        String text = name.name();
        if (text.equals("|")) {
            out.raw("|");
            return;
        }
        String shown = name(name);
        int kind = shown.isEmpty() ? Chars.QUOTE : Chars.kind(shown.codePointAt(0));
        boolean isTight = !options.spaceOperators || op.priority() < WEAK;
        if (isTight && (kind == Chars.SYMBOL || kind == Chars.SOLO) || op.type().isPostfix()) {
            out.token(shown);
        } else {
            out.raw(" ");
            out.raw(shown.concat(" "));
        }
    }
}
