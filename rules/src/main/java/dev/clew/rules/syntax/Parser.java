package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;

/**
 * Reads a term by operator precedence (ISO 6.3.4): either an operand or what follows one is looked
 * for, and {@link Frame frames} on a stack of their own say what to do with a complete term. The
 * Java stack does not grow with the text.
 *
 * <p>An operator that stands for itself has priority 1201 (6.3.1.3): it needs parentheses, unless
 * it is a whole argument or element.
 */
final class Parser {
    private static final Atom BAR = Atom.of("|");
    private static final int CLAUSE_MAX = 1200;
    private static final int MANY_ITEMS = 1 << 16;
    private static final int ARGUMENT_MAX = 999;
    private static final int COMMA_PRIORITY = 1000;

    private final Lexer lexer;
    private final Operators operators;
    private final ReadFlags flags;
    private final VariableNames variables;
    private final @Nullable Layout layout;
    private final Complaints complaints;
    private final @Nullable Op comma;
    private final Frame bottom = new Frame(null);

    private Frame top = bottom;
    private Term[] items = new Term[32];
    private int itemCount;

    /** The term just completed, with its priority; the highest priority allowed here. */
    private Term term = Atom.NIL;

    private int priority;
    private int max;

    /** Where the last name was. */
    private int nameLine;

    private int nameColumn;

    Parser(Lexer lexer, Operators operators, ReadFlags flags, VariableNames variables) {
        this.lexer = lexer;
        this.operators = operators;
        this.flags = flags;
        this.variables = variables;
        this.complaints = new Complaints(lexer, operators);
        this.comma = operators.infix(Functor.COMMA.name());
        this.layout = flags.positions() ? new Layout(lexer) : null;
    }

    /** The positions of the term just read, or null if they are not kept. */
    @Nullable Term positions() {
        return layout == null ? null : layout.position();
    }

    /**
     * Reads a term up to its full stop, which becomes the current token. The first token is current
     * already.
     */
    Term clause() {
        top = bottom;
        top.kind = Frame.CLAUSE;
        itemCount = 0;
        if (items.length > MANY_ITEMS) {
            items = new Term[32];
        }
        max = CLAUSE_MAX;
        boolean complete = false;
        while (true) {
            if (!complete) {
                complete = operand();
            } else if (isInfix()) {
                complete = false;
            } else if (!isPostfix()) {
                if (top.kind == Frame.CLAUSE) {
                    expect(TokenKind.END, "a complete term", "an operator or a full stop");
                    return term;
                }
                complete = close();
            }
        }
    }

    // ---- operands ----

    /** Reads the start of an operand; whether the operand is complete. */
    private boolean operand() {
        switch (lexer.kind) {
            case TokenKind.NAME:
            case TokenKind.QUOTED_NAME:
                return name();
            case TokenKind.NUMBER:
                return simple(lexer.number);
            case TokenKind.VARIABLE:
                return simple(variables.of(lexer));
            case TokenKind.STRING:
                return text(flags.doubleQuotes());
            case TokenKind.BACK_QUOTED:
                return text(flags.backQuotes());
            case TokenKind.OPEN:
                open(Frame.PARENTHESES, CLAUSE_MAX);
                return false;
            case TokenKind.OPEN_LIST:
                return brackets(Frame.LIST, ARGUMENT_MAX, TokenKind.CLOSE_LIST, Atom.NIL);
            case TokenKind.OPEN_CURLY:
                return brackets(Frame.BRACES, CLAUSE_MAX, TokenKind.CLOSE_CURLY, Atom.CURLY);
            default:
                throw complaints.noOperand();
        }
    }

    /** Completes an operand that is one token, the current one. */
    private boolean simple(Term value) {
        if (layout != null) {
            layout.simple(lexer.start, lexer.end());
        }
        lexer.next();
        return complete(value, 0);
    }

    private boolean complete(Term value, int itsPriority) {
        term = value;
        priority = itsPriority;
        return true;
    }

    private boolean text(TextKind kind) {
        String text = lexer.text;
        long from = keepPlace();
        if (layout != null) {
            layout.text(lexer.start, lexer.end());
        }
        lexer.next();
        if (kind == TextKind.STRING) {
            return complete(Str.of(text), 0);
        } else if (kind == TextKind.CODES) {
            return complete(Lists.codes(text), 0);
        } else if (kind == TextKind.CHARS) {
            return complete(Lists.chars(text), 0);
        }
        Atom atom = Atom.of(text);
        return operators.isOperator(atom) ? bareOperator(atom, from) : complete(atom, 0);
    }

    /** Remembers where the current token is, for errors that show only later. */
    private long keepPlace() {
        nameLine = lexer.line;
        nameColumn = lexer.column;
        return lexer.start;
    }

    private boolean name() {
        Atom atom = lexer.atom;
        long from = keepPlace();
        long to = layout == null ? 0 : lexer.end();
        if (lexer.opensArguments()) {
            lexer.next();
            arguments(atom, from, to);
            return false;
        }
        lexer.next();
        if (atom == Atom.MINUS && lexer.kind == TokenKind.NUMBER) {
            return negative(from);
        }
        Op op = operators.prefix(atom);
        if (op != null && takesOperand(op)) {
            if (op.priority() > max) {
                throw complaints.clash(op, max, 0, nameLine, nameColumn, from);
            }
            prefix(op, from, to);
            return false;
        }
        if (layout != null) {
            layout.simple(from, to);
        }
        return op != null || operators.isOperator(atom)
                ? bareOperator(atom, from)
                : complete(atom, 0);
    }

    /** A minus sign and a number are a negative number, with layout between them too (6.3.1.2). */
    private boolean negative(long from) {
        Numeric number = NumberText.negate(lexer.number);
        if (layout != null) {
            layout.simple(from, lexer.end());
        }
        lexer.next();
        return complete(number, 0);
    }

    /**
     * Whether the current token is the start of the operand of a prefix operator, which is then no
     * atom.
     */
    private boolean takesOperand(Op prefix) {
        int kind = lexer.kind;
        if (kind > TokenKind.QUOTED_NAME) {
            return TokenKind.startsTerm(kind);
        } else if (lexer.opensArguments()
                && (prefix.priority() <= max || operators.infix(lexer.atom) == null)) {
            return true;
        }
        Atom next = lexer.atom;
        if (operators.infix(next) == null && operators.postfix(next) == null) {
            return true;
        }
        boolean number = next == Atom.MINUS && lexer.signsNumber();
        Op inner = operators.prefix(next);
        boolean starts = number || inner != null;
        if (!starts || !(prefix.isExtension() || flags.bareOperators())) {
            return starts;
        }
        boolean fits = number || (inner != null && inner.priority() <= prefix.rightMax());
        return fits && prefix.priority() <= max;
    }

    private void prefix(Op op, long from, long to) {
        Frame f = push(Frame.PREFIX);
        f.op = op;
        f.from = from;
        f.nameFrom = from;
        f.nameTo = to;
        max = op.rightMax();
    }

    /** An operator in the place of an operand; the token after it is current. */
    private boolean bareOperator(Atom atom, long from) {
        if (isWhole() || flags.bareOperators() || isExtension(atom)) {
            return complete(atom, 0);
        }
        throw complaints.bare(atom, nameLine, nameColumn, from);
    }

    private boolean isExtension(Atom atom) {
        Op op = operators.anyOf(atom);
        return op != null && op.isExtension();
    }

    /**
     * Whether the current token ends the argument, element, or term in brackets that has just
     * begun.
     */
    private boolean isWhole() {
        int kind = lexer.kind;
        return switch (top.kind) {
            case Frame.ARGUMENTS -> kind == TokenKind.COMMA || kind == TokenKind.CLOSE;
            case Frame.LIST ->
                    kind == TokenKind.COMMA
                            || kind == TokenKind.BAR
                            || kind == TokenKind.CLOSE_LIST;
            case Frame.TAIL -> kind == TokenKind.CLOSE_LIST;
            case Frame.PARENTHESES -> kind == TokenKind.CLOSE;
            case Frame.BRACES -> kind == TokenKind.CLOSE_CURLY;
            case Frame.CLAUSE -> kind == TokenKind.END;
            default -> false;
        };
    }

    private Frame push(int kind) {
        Frame f = top.above;
        if (f == null) {
            f = new Frame(top);
            top.above = f;
        }
        f.kind = kind;
        f.max = max;
        f.base = itemCount;
        top = f;
        return f;
    }

    private void pop() {
        max = top.max;
        itemCount = top.base;
        top.left = null;
        top.leftPosition = null;
        top = top.below;
    }

    private void open(int kind, int highest) {
        Frame f = push(kind);
        f.from = lexer.start;
        max = highest;
        lexer.next();
    }

    /** The current token is the parenthesis after the name of a compound. */
    private void arguments(Atom name, long from, long to) {
        Frame f = push(Frame.ARGUMENTS);
        f.name = name;
        f.from = from;
        f.nameFrom = from;
        f.nameTo = to;
        max = ARGUMENT_MAX;
        lexer.next();
    }

    /** A list, a term in braces, or the atom that empty brackets are. */
    private boolean brackets(int kind, int highest, int closing, Atom empty) {
        long from = lexer.start;
        lexer.next();
        if (lexer.kind != closing) {
            Frame f = push(kind);
            f.from = from;
            max = highest;
            return false;
        }
        long to = lexer.end();
        if (lexer.opensArguments()) {
            lexer.next();
            arguments(empty, from, to);
            return false;
        }
        if (layout != null) {
            layout.simple(from, to);
        }
        lexer.next();
        return complete(empty, 0);
    }

    // ---- what follows an operand ----

    /** Takes the current token as an infix operator, if it is one that fits. */
    private boolean isInfix() {
        Op op;
        if (lexer.kind <= TokenKind.QUOTED_NAME) {
            op = operators.infix(lexer.atom);
        } else if (lexer.kind == TokenKind.COMMA && max >= COMMA_PRIORITY) {
            op = comma;
        } else if (lexer.kind == TokenKind.BAR && max > COMMA_PRIORITY) {
            op = operators.infix(BAR);
        } else {
            return false;
        }
        if (op == null || op.priority() > max) {
            return false;
        }
        if (priority > op.leftMax()) {
            throw clash(op);
        }
        infix(op);
        return true;
    }

    private void infix(Op op) {
        Frame f = push(Frame.INFIX);
        f.op = op;
        f.left = term;
        if (layout != null) {
            f.from = layout.from;
            f.nameFrom = lexer.start;
            f.nameTo = lexer.end();
            f.leftPosition = layout.position();
        }
        max = op.rightMax();
        lexer.next();
    }

    private boolean isPostfix() {
        Op op = lexer.kind <= TokenKind.QUOTED_NAME ? operators.postfix(lexer.atom) : null;
        if (op == null || op.priority() > max) {
            return false;
        }
        if (priority > op.leftMax()) {
            throw clash(op);
        }
        if (layout != null) {
            layout.postfix(lexer.start, lexer.end());
        }
        term = new Struct(op.functor(), new Term[] {term});
        priority = op.priority();
        lexer.next();
        return true;
    }

    /**
     * Gives the complete term to the frame that waits for it; whether that makes another complete
     * term.
     */
    private boolean close() {
        Frame f = top;
        switch (f.kind) {
            case Frame.PREFIX:
                return closePrefix(f);
            case Frame.INFIX:
                return closeInfix(f);
            case Frame.ARGUMENTS:
                return closeArguments(f);
            case Frame.LIST:
                return closeElement(f);
            case Frame.TAIL:
                expect(TokenKind.CLOSE_LIST, "the tail of a list", "(])");
                return closeList(f, term);
            case Frame.PARENTHESES:
                expect(TokenKind.CLOSE, "the term in parentheses", "an operator or ())");
                if (layout != null) {
                    layout.parentheses(f.from, lexer.end());
                }
                break;
            default:
                expect(TokenKind.CLOSE_CURLY, "the term in braces", "an operator or (})");
                if (layout != null) {
                    layout.braces(f.from, lexer.end());
                }
                term = new Struct(Functor.CURLY, new Term[] {term});
                break;
        }
        lexer.next();
        pop();
        priority = 0;
        return true;
    }

    private boolean closePrefix(Frame f) {
        Op op = Objects.requireNonNull(f.op);
        term = new Struct(op.functor(), new Term[] {term});
        priority = op.priority();
        if (layout != null) {
            layout.prefix(f);
        }
        pop();
        return true;
    }

    private boolean closeInfix(Frame f) {
        Op op = Objects.requireNonNull(f.op);
        term = Struct.of(op.functor(), Objects.requireNonNull(f.left), term);
        priority = op.priority();
        if (layout != null) {
            layout.infix(f);
        }
        pop();
        return true;
    }

    private void addItem() {
        if (itemCount == items.length) {
            items = Arrays.copyOf(items, itemCount * 2);
        }
        if (layout != null) {
            layout.addItem(itemCount);
        }
        items[itemCount++] = term;
    }

    private boolean closeArguments(Frame f) {
        addItem();
        if (lexer.kind == TokenKind.COMMA) {
            lexer.next();
            return false;
        }
        expect(TokenKind.CLOSE, "an argument", "(,) or ())");
        Term[] arguments = Arrays.copyOfRange(items, f.base, itemCount);
        term = Struct.of(Functor.of(f.name, arguments.length), arguments);
        if (layout != null) {
            layout.compound(f, lexer.end(), itemCount);
        }
        lexer.next();
        pop();
        priority = 0;
        return true;
    }

    private boolean closeElement(Frame f) {
        addItem();
        if (lexer.kind == TokenKind.COMMA) {
            lexer.next();
            return false;
        } else if (lexer.kind == TokenKind.BAR) {
            f.kind = Frame.TAIL;
            lexer.next();
            return false;
        }
        expect(TokenKind.CLOSE_LIST, "an element of a list", "(,), (|) or (])");
        return closeList(f, Atom.NIL);
    }

    private boolean closeList(Frame f, Term tail) {
        Term list = tail;
        for (int i = itemCount - 1; i >= f.base; i--) {
            list = new Cons(items[i], list);
        }
        if (layout != null) {
            layout.list(f, lexer.end(), itemCount);
        }
        term = list;
        lexer.next();
        pop();
        priority = 0;
        return true;
    }

    // ---- errors ----

    private void expect(int kind, String after, String wanted) {
        if (lexer.kind != kind) {
            Op op = top.kind == Frame.CLAUSE ? null : complaints.foundInfix();
            throw op == null ? complaints.unexpected(after, wanted) : clash(op);
        }
    }

    /** The operator that is the current token does not fit. */
    private SyntaxError clash(Op op) {
        return complaints.clash(op, max, priority, lexer.line, lexer.column, lexer.start);
    }
}
