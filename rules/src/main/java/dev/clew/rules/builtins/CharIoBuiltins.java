package dev.clew.rules.builtins;

import dev.clew.rules.arithmetic.Arithmetic;
import dev.clew.rules.limits.Watch;
import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/** Input and output of characters, character codes and bytes (ISO 8.12, 8.13). */
public final class CharIoBuiltins {
    private CharIoBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("get_char", 1, new One(0));
        r.det("get_char", 2, new One(1));
        r.det("peek_char", 1, new One(2));
        r.det("peek_char", 2, new One(3));
        r.det("put_char", 1, new One(4));
        r.det("put_char", 2, new One(5));
        r.det("get_code", 1, new One(6));
        r.det("get_code", 2, new One(7));
        r.det("get0", 1, new One(8));
        r.det("get0", 2, new One(9));
        r.det("peek_code", 1, new One(10));
        r.det("peek_code", 2, new One(11));
        r.det("put_code", 1, new One(12));
        r.det("put_code", 2, new One(13));
        r.det("put", 1, new One(14));
        r.det("put", 2, new One(15));
        r.det("get_byte", 1, new One(16));
        r.det("get_byte", 2, new One(17));
        r.det("peek_byte", 1, new One(18));
        r.det("peek_byte", 2, new One(19));
        r.det("put_byte", 1, new One(20));
        r.det("put_byte", 2, new One(21));
        r.det("nl", 0, new One(22));
        r.det("nl", 1, new One(23));
        r.det("tab", 1, new One(24));
        r.det("tab", 2, new One(25));
        r.det("skip", 1, new One(26));
        r.det("skip", 2, new One(27));
        r.det("peek_string", 3, new One(28));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return getChar(m, a[0], StreamArgs.textInput(m));
                case 1:
                    return getChar(m, a[1], StreamArgs.textInput(m, a[0]));
                case 2:
                    return peekChar(m, a[0], StreamArgs.textInput(m));
                case 3:
                    return peekChar(m, a[1], StreamArgs.textInput(m, a[0]));
                case 4:
                    return putChar(a[0], StreamArgs.textOutput(m));
                case 5:
                    return putCharTo(m, a);
                case 6:
                    return getCode(m, a[0], StreamArgs.textInput(m));
                case 7:
                    return getCode(m, a[1], StreamArgs.textInput(m, a[0]));
                case 8:
                    return getCode(m, a[0], StreamArgs.textInput(m));
                case 9:
                    return getCode(m, a[1], StreamArgs.textInput(m, a[0]));
                case 10:
                    return peekCode(m, a[0], StreamArgs.textInput(m));
                case 11:
                    return peekCode(m, a[1], StreamArgs.textInput(m, a[0]));
                case 12:
                    return putCode(a[0], StreamArgs.textOutput(m));
                case 13:
                    return putCodeTo(m, a);
                case 14:
                    return putCode(a[0], StreamArgs.textOutput(m));
                case 15:
                    return putCodeTo(m, a);
                case 16:
                    return getByte(m, a[0], StreamArgs.byteInput(m));
                case 17:
                    return getByte(m, a[1], StreamArgs.byteInput(m, a[0]));
                case 18:
                    return peekByte(m, a[0], StreamArgs.byteInput(m));
                case 19:
                    return peekByte(m, a[1], StreamArgs.byteInput(m, a[0]));
                case 20:
                    return putByte(m, a[0], null);
                case 21:
                    return putByteTo(m, a);
                case 22:
                    return newline(StreamArgs.textOutput(m));
                case 23:
                    return newline(StreamArgs.textOutput(m, a[0]));
                case 24:
                    return tab(a[0], StreamArgs.textOutput(m));
                case 25:
                    return tab(a[1], StreamArgs.textOutput(m, a[0]));
                case 26:
                    return skip(a[0], StreamArgs.textInput(m));
                case 27:
                    return skip(a[1], StreamArgs.textInput(m, a[0]));
                default:
                    return peekString(m, a);
            }
        }
    }

    // ---- characters

    private static boolean getChar(Machine m, Term result, PrologStream s) {
        checkInCharacter(result);
        return m.unify(result, inCharacter(s.read()));
    }

    private static boolean peekChar(Machine m, Term result, PrologStream s) {
        checkInCharacter(result);
        return m.unify(result, inCharacter(s.peek()));
    }

    private static Atom inCharacter(int c) {
        return c < 0 ? Atom.END_OF_FILE : Atom.ofCodePoint(c);
    }

    private static void checkInCharacter(Term result) {
        Term t = result.deref();
        if (!(t instanceof Var) && t != Atom.END_OF_FILE && Text.charOf(t) < 0) {
            throw Errors.type("in_character", t);
        }
    }

    private static boolean putCharTo(Machine m, Term[] a) {
        requireBound(a[0]);
        requireBound(a[1]);
        return putChar(a[1], StreamArgs.textOutput(m, a[0]));
    }

    private static boolean putChar(Term character, PrologStream s) {
        requireBound(character);
        int c = Text.charOf(character);
        if (c < 0 && character.deref() instanceof Str text && isOneCharacter(text.value())) {
            c = text.value().codePointAt(0);
        }
        if (c < 0) {
            throw Errors.type("character", character.deref());
        }
        s.put(c);
        return true;
    }

    private static boolean isOneCharacter(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) == 1;
    }

    private static void requireBound(Term t) {
        if (t.deref() instanceof Var) {
            throw Errors.instantiation();
        }
    }

    // ---- codes

    private static boolean getCode(Machine m, Term result, PrologStream s) {
        checkInCharacterCode(result);
        return m.unify(result, Int.of(s.read()));
    }

    private static boolean peekCode(Machine m, Term result, PrologStream s) {
        checkInCharacterCode(result);
        return m.unify(result, Int.of(s.peek()));
    }

    private static void checkInCharacterCode(Term result) {
        Term t = result.deref();
        if (t instanceof Var) {
            return;
        }
        if (!(t instanceof Int || t instanceof BigInt)) {
            throw Errors.type("integer", t);
        }
        if (!(t instanceof Int i) || i.value() < -1 || i.value() > Character.MAX_CODE_POINT) {
            throw Errors.representation("in_character_code");
        }
    }

    private static boolean putCodeTo(Machine m, Term[] a) {
        requireBound(a[0]);
        requireBound(a[1]);
        return putCode(a[1], StreamArgs.textOutput(m, a[0]));
    }

    private static boolean putCode(Term code, PrologStream s) {
        requireBound(code);
        s.put(characterCode(code));
        return true;
    }

    private static int characterCode(Term code) {
        Term t = code.deref();
        if (t instanceof Int i && i.value() >= 0 && i.value() <= Character.MAX_CODE_POINT) {
            return (int) i.value();
        }
        throw t instanceof Int || t instanceof BigInt
                ? Errors.representation("character_code")
                : Errors.type("integer", t);
    }

    // ---- bytes

    private static boolean getByte(Machine m, Term result, PrologStream s) {
        checkInByte(result);
        return m.unify(result, Int.of(s.readByte()));
    }

    private static boolean peekByte(Machine m, Term result, PrologStream s) {
        checkInByte(result);
        return m.unify(result, Int.of(s.peekByte()));
    }

    private static void checkInByte(Term result) {
        Term t = result.deref();
        boolean fits = t instanceof Int i && i.value() >= -1 && i.value() <= 255;
        if (!fits && !(t instanceof Var)) {
            throw Errors.type("in_byte", t);
        }
    }

    private static boolean putByteTo(Machine m, Term[] a) {
        requireBound(a[0]);
        return putByte(m, a[1], a[0]);
    }

    /** Looks at the byte first, then at the stream, as the conditions of ISO 8.13.3.3 stand. */
    private static boolean putByte(Machine m, Term value, @Nullable Term stream) {
        requireBound(value);
        Term t = value.deref();
        if (!(t instanceof Int i) || i.value() < 0 || i.value() > 255) {
            throw Errors.type("byte", t);
        }
        PrologStream s =
                stream == null ? StreamArgs.byteOutput(m) : StreamArgs.byteOutput(m, stream);
        s.writeByte((int) i.value());
        return true;
    }

    // ---- blanks, lines, and what is passed over

    private static boolean newline(PrologStream s) {
        s.put('\n');
        return true;
    }

    private static boolean tab(Term expression, PrologStream s) {
        Numeric n = Arithmetic.eval(expression);
        if (!(n instanceof Int i)) {
            throw Errors.type("integer", n);
        }
        int steps = 0;
        for (long left = i.value(); left > 0; left -= BLANKS.length()) {
            Watch.check(++steps);
            s.write(left < BLANKS.length() ? BLANKS.substring(0, (int) left) : BLANKS);
        }
        return true;
    }

    private static final String BLANKS = " ".repeat(64);

    private static boolean skip(Term what, PrologStream s) {
        requireBound(what);
        int c = Text.charOf(what);
        int wanted = c >= 0 ? c : characterCode(what);
        int read;
        do {
            read = s.read();
        } while (read >= 0 && read != wanted);
        return true;
    }

    private static boolean peekString(Machine m, Term[] a) {
        PrologStream s = StreamArgs.input(m, a[0]);
        Term length = a[1].deref();
        requireBound(length);
        if (!(length instanceof Int i)) {
            throw Errors.type("integer", length);
        }
        return m.unify(a[2], Str.of(s.peekText((int) Math.min(i.value(), Integer.MAX_VALUE - 8))));
    }
}
