package dev.clew.rules.builtins;

import dev.clew.rules.arithmetic.Arithmetic;
import dev.clew.rules.arithmetic.LongIntegers;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import java.util.List;

/** One run of {@code format/2}: walks over the directives and writes the arguments. */
final class Formatter {
    private static final int NONE = -1;

    private final Machine m;
    private final PrologStream out;
    private final String format;
    private final List<Term> args;
    private final ColumnLine line;
    private int at;
    private int nextArg;
    private int count;
    private boolean grouped;

    Formatter(Machine m, PrologStream out, String format, List<Term> args) {
        this.m = m;
        this.out = out;
        this.format = format;
        this.args = args;
        this.line = new ColumnLine(out.column());
    }

    /**
     * Writes everything; what was written before an error stays written.
     *
     * @return false if a goal of {@code ~@} failed
     */
    boolean run() {
        try {
            while (at < format.length()) {
                int tilde = format.indexOf('~', at);
                if (tilde < 0) {
                    tilde = format.length();
                }
                if (tilde > at) {
                    line.append(format.substring(at, tilde));
                }
                at = tilde + 1;
                if (tilde < format.length() && !directive()) {
                    return false;
                }
            }
            if (nextArg < args.size()) {
                throw error("too many arguments");
            }
            return true;
        } finally {
            flush();
        }
    }

    private void flush() {
        String text = line.take();
        if (!text.isEmpty()) {
            out.write(text);
        }
    }

    static PrologError error(String message) {
        return Errors.of(Struct.of("format", Atom.of(message)));
    }

    private static PrologError wrongType(int directive, Term argument) {
        Atom name = Atom.ofCodePoint(directive);
        return Errors.of(Struct.of("format_argument_type", name, argument.deref()));
    }

    private int nextChar() {
        if (at >= format.length()) {
            throw error("truncated format specification");
        }
        int c = format.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private Term nextArgument() {
        if (nextArg == args.size()) {
            throw error("not enough arguments");
        }
        return args.get(nextArg++);
    }

    /** Reads the numeric argument of a directive, if there is one, then does the directive. */
    private boolean directive() {
        int c = nextChar();
        count = NONE;
        grouped = false;
        if (c == '*') {
            count = star();
            c = nextChar();
        } else if (c == '`') {
            count = nextChar();
            c = nextChar();
        } else if (c >= '0' && c <= '9') {
            count = 0;
            while (c >= '0' && c <= '9') {
                count = Math.min(count * 10 + c - '0', 100_000_000);
                c = nextChar();
            }
        }
        if (c == ':') {
            grouped = true;
            c = nextChar();
        }
        return perform(c);
    }

    private int star() {
        if (nextArgument().deref() instanceof Int i
                && i.value() >= 0
                && i.value() <= Integer.MAX_VALUE) {
            return (int) i.value();
        }
        throw error("no or negative integer for `*' argument");
    }

    private int countOr(int otherwise) {
        return count == NONE ? otherwise : count;
    }

    private boolean perform(int c) {
        switch (c) {
            case 'w':
                line.append(TermText.write(m, nextArgument()));
                break;
            case 'W':
                Term term = nextArgument();
                line.append(new WriteRequest(m, nextArgument()).text(term, -1));
                break;
            case 'p':
                line.append(TermText.print(m, nextArgument()));
                break;
            case 'q':
                line.append(TermText.writeq(m, nextArgument()));
                break;
            case 'k':
                line.append(TermText.canonical(m, nextArgument()));
                break;
            case 'a':
                line.append(atomic(nextArgument()));
                break;
            case 'd', 'D':
                line.append(integer(c));
                break;
            case 'I':
                String digits = FormatNumbers.integer(integerArgument(c)).toString();
                line.append(FormatNumbers.grouped(digits, 0, countOr(3), '_'));
                break;
            case 'e', 'f', 'g':
                line.append(floating(c));
                break;
            case 'r', 'R':
                line.append(radix(c));
                break;
            case 's':
                line.append(text(nextArgument()));
                break;
            case 'c':
                characters();
                break;
            case 'n':
                line.append("\n".repeat(countOr(1)));
                break;
            case 'N':
                if (line.column() > 0) {
                    line.append("\n");
                }
                break;
            case '~':
                line.append("~");
                break;
            case 'i':
                nextArgument();
                break;
            case '@':
                return captured(nextArgument());
            case 't':
                line.fill(countOr(' '));
                break;
            case '|':
                column();
                break;
            case '+':
                line.stopAfter(countOr(8));
                break;
            default:
                throw Errors.existence("format_character", Atom.ofCodePoint(c));
        }
        return true;
    }

    private void column() {
        if (count == NONE) {
            line.stopHere();
        } else {
            line.stopAt(count);
        }
    }

    /** Runs a goal and takes over what it writes to the current output. */
    private boolean captured(Term goal) {
        if (!line.mayChange()) {
            // The goal may flush, read or halt: what comes before it should be out.
            flush();
        }
        PrologStream former = m.output;
        PrologStream memory = PrologStream.memory();
        memory.column(line.column());
        m.output = memory;
        try {
            return m.once(goal);
        } finally {
            m.output = former;
            line.append(memory.text());
            memory.close();
        }
    }

    private static String atomic(Term argument) {
        String text = Text.atomicOrNull(argument);
        if (text == null) {
            throw wrongType('a', argument);
        }
        return text;
    }

    private static String text(Term argument) {
        String text = Text.textOrEmptyListOrNull(argument);
        if (text == null) {
            throw wrongType('s', argument);
        }
        return text;
    }

    private Numeric integerArgument(int directive) {
        Term argument = nextArgument();
        Numeric n = Arithmetic.eval(argument);
        if (n instanceof Flt) {
            throw wrongType(directive, argument);
        }
        return n;
    }

    private String integer(int directive) {
        String digits = LongIntegers.text(FormatNumbers.integer(integerArgument(directive)), 10);
        int group = directive == 'D' || grouped ? 3 : 0;
        return FormatNumbers.grouped(digits, countOr(0), group, ',');
    }

    private String floating(int directive) {
        Numeric n = Arithmetic.eval(nextArgument());
        int digits = countOr(6);
        if (directive == 'f') {
            return FormatNumbers.fixed(n, digits);
        }
        return directive == 'e'
                ? FormatNumbers.scientific(n, digits)
                : FormatNumbers.general(n, digits);
    }

    private String radix(int directive) {
        Numeric n = integerArgument(directive);
        if (count == NONE) {
            throw error("no default radix");
        }
        int radix = count;
        if (radix < 2 || radix > 36) {
            throw Errors.domain("radix", Int.of(radix));
        }
        return FormatNumbers.radix(FormatNumbers.integer(n), radix, directive == 'R');
    }

    private void characters() {
        Term argument = nextArgument();
        if (!(argument.deref() instanceof Int code)
                || code.value() < 0
                || code.value() > Character.MAX_CODE_POINT) {
            throw wrongType('c', argument);
        }
        line.append(Character.toString((int) code.value()).repeat(countOr(1)));
    }

    /** The text of a format: also a list of codes or characters. */
    static String formatText(Term format) {
        Term t = Arguments.bound(format);
        String text = t instanceof Numeric ? null : Text.textOrEmptyListOrNull(t);
        if (text == null) {
            throw Text.noText(t, "text");
        }
        return text;
    }
}
