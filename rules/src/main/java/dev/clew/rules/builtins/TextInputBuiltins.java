package dev.clew.rules.builtins;

import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.streams.Device;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

/** Reading strings and lines, streams on texts, and prompts. */
public final class TextInputBuiltins {
    private TextInputBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("read_string", 3, new One(0));
        r.det("read_string", 5, new One(1));
        r.det("read_line_to_string", 2, new One(2));
        r.det("open_string", 2, new One(3));
        r.det("open_null_stream", 1, new One(4));
        r.det("prompt", 2, new One(5));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return readString(m, a);
                case 1:
                    return readStringUntil(m, a);
                case 2:
                    return readLine(m, a);
                case 3:
                    return openString(m, a);
                case 4:
                    return openNullStream(m, a);
                default:
                    return prompt(m, a);
            }
        }
    }

    /** Reads a number of characters, or all there are. */
    private static boolean readString(Machine m, Term[] a) {
        PrologStream s = StreamArgs.input(m, a[0]);
        Term length = a[1].deref();
        if (!(length instanceof Var || length instanceof Int)) {
            throw Errors.type("integer", length);
        }
        long limit = length instanceof Int i ? i.value() : Long.MAX_VALUE;
        StringBuilder text = new StringBuilder();
        int count = 0;
        synchronized (s) {
            while (count < limit) {
                int c = s.isBinary() ? s.readByte() : s.read();
                if (c < 0) {
                    break;
                }
                text.appendCodePoint(c);
                count++;
            }
        }
        boolean fits = length instanceof Int || m.unify(length, Int.of(count));
        return fits && m.unify(a[2], Str.of(text.toString()));
    }

    /** Reads up to a separator; strips padding from both ends. */
    private static boolean readStringUntil(Machine m, Term[] a) {
        PrologStream s = StreamArgs.input(m, a[0]);
        String separators = Text.text(a[1]);
        String padding = Text.text(a[2]);
        StringBuilder text = new StringBuilder();
        int end;
        synchronized (s) {
            end = readUntil(s, separators, text);
        }
        return m.unify(a[3], Int.of(end)) && m.unify(a[4], Str.of(strip(text.toString(), padding)));
    }

    private static int readUntil(PrologStream s, String separators, StringBuilder text) {
        while (true) {
            int c = s.read();
            if (c < 0 || separators.indexOf(c) >= 0) {
                return c;
            }
            text.appendCodePoint(c);
        }
    }

    private static String strip(String text, String padding) {
        int start = 0;
        int end = text.length();
        while (start < end && padding.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && padding.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Reads a line; {@code end_of_file} at the end. */
    private static boolean readLine(Machine m, Term[] a) {
        PrologStream s = StreamArgs.textInput(m, a[0]);
        StringBuilder text = new StringBuilder();
        int end;
        synchronized (s) {
            end = readUntil(s, "\n", text);
        }
        if (end < 0 && text.isEmpty()) {
            return m.unify(a[1], Atom.END_OF_FILE);
        }
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) == '\r') {
            text.setLength(length - 1);
        }
        return m.unify(a[1], Str.of(text.toString()));
    }

    private static boolean openString(Machine m, Term[] a) {
        PrologStream s = PrologStream.input(Reading.text(a[0]));
        m.db().streams().add(s);
        return m.unify(a[1], s.handle());
    }

    private static boolean openNullStream(Machine m, Term[] a) {
        PrologStream s = PrologStream.output(new Device() {});
        m.db().streams().add(s);
        return m.unify(a[0], s.handle());
    }

    private static boolean prompt(Machine m, Term[] a) {
        StreamTable streams = m.db().streams();
        Atom old = Atom.of(streams.prompt());
        if (!m.unify(a[0], old)) {
            return false;
        }
        streams.prompt(Reading.text(a[1]));
        return true;
    }
}
