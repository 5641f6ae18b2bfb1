package dev.clew.rules.builtins;

import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Term;

import java.util.Iterator;
import java.util.List;

/** Formatted output, and output that becomes a term. */
public final class FormatBuiltins {
    private FormatBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("format", 1, new One(0));
        r.det("format", 2, new One(1));
        r.det("format", 3, new One(2));
        r.det("with_output_to", 2, new One(3));
        r.det("writef", 1, new One(4));
        r.det("writef", 2, new One(5));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return format(m, StreamArgs.textOutput(m), a[0], Atom.NIL);
                case 1:
                    return format(m, StreamArgs.textOutput(m), a[0], a[1]);
                case 2:
                    return formatTo(m, a);
                case 3:
                    return withOutputTo(m, a);
                case 4:
                    return writef(m, a[0], Atom.NIL);
                default:
                    return writef(m, a[0], a[1]);
            }
        }
    }

    private static boolean format(Machine m, PrologStream out, Term format, Term args) {
        String text = Formatter.formatText(format);
        return new Formatter(m, out, text, arguments(args)).run();
    }

    private static List<Term> arguments(Term args) {
        Term t = args.deref();
        List<Term> items = t instanceof Cons || t == Atom.NIL ? Lists.itemsOrNull(t) : null;
        return items != null ? items : List.of(t);
    }

    private static boolean formatTo(Machine m, Term[] a) {
        Term sink = Arguments.bound(a[0]);
        if (TextSinks.isSink(sink)) {
            return formatToSink(m, sink, a);
        }
        if (!(sink instanceof Atom || sink instanceof Opaque)) {
            throw Errors.domain("output_sink", sink);
        }
        PrologStream out = StreamArgs.textOutput(m, sink);
        return format(m, out, a[1], a[2]);
    }

    private static boolean formatToSink(Machine m, Term sink, Term[] a) {
        PrologStream memory = PrologStream.memory();
        PrologStream former = m.output;
        m.output = memory;
        try {
            if (!format(m, memory, a[1], a[2])) {
                return false;
            }
        } finally {
            m.output = former;
            memory.close();
        }
        return TextSinks.deliver(m, TextSinks.sink(sink), memory.text());
    }

    private static boolean withOutputTo(Machine m, Term[] a) {
        Compound sink = TextSinks.sink(a[0]);
        PrologStream memory = PrologStream.memory();
        PrologStream former = m.output;
        m.output = memory;
        try {
            if (!m.once(a[1])) {
                return false;
            }
        } finally {
            m.output = former;
            memory.close();
        }
        return TextSinks.deliver(m, sink, memory.text());
    }

    /**
     * The older way of formatting: {@code %w} writes a term, {@code %p} and {@code %d} print one,
     * {@code %s} writes a text; {@code \n} and {@code \l} end a line.
     */
    private static boolean writef(Machine m, Term format, Term args) {
        String text = Text.text(format);
        Iterator<Term> next = Lists.items(args).iterator();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char d = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            boolean written =
                    c == '%' && next.hasNext()
                            ? argument(m, d, next, out)
                            : c == '\\' && special(d, out);
            if (written) {
                i++;
            } else {
                out.append(c);
            }
        }
        StreamArgs.textOutput(m).write(out.toString());
        return true;
    }

    private static boolean argument(Machine m, char d, Iterator<Term> next, StringBuilder out) {
        switch (d) {
            case 'w':
                out.append(TermText.write(m, next.next()));
                return true;
            case 'p', 'd':
                out.append(TermText.print(m, next.next()));
                return true;
            case 's':
                out.append(Text.text(next.next()));
                return true;
            default:
                return false;
        }
    }

    private static boolean special(char d, StringBuilder out) {
        switch (d) {
            case 'n', 'l':
                out.append('\n');
                return true;
            case 't':
                out.append('\t');
                return true;
            case '\\':
                out.append('\\');
                return true;
            default:
                return false;
        }
    }
}
