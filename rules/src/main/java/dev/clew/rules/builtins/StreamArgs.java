package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.EofAction;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamPair;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

/** Streams as arguments of built-ins: stream-terms and aliases, checked as ISO 8.11 to 8.14 say. */
final class StreamArgs {
    private StreamArgs() {}

    /** The open stream that {@code arg} is or stands for; of a pair, the input if it is open. */
    static PrologStream open(Machine m, Term arg) {
        Term t = arg.deref();
        if (t instanceof Opaque o && o.value() instanceof StreamPair pair) {
            return open(m, pair.anyOpen().handle());
        }
        if (t instanceof Opaque o && o.value() instanceof PrologStream s) {
            if (s.isClosed()) {
                throw Errors.existence("stream", t);
            }
            return s;
        }
        if (t instanceof Atom a) {
            PrologStream s = m.db().streams().byAlias(a);
            if (s == null) {
                throw Errors.existence("stream", t);
            }
            return s;
        }
        throw t instanceof Var ? Errors.instantiation() : Errors.domain("stream_or_alias", t);
    }

    /** The input or output of a pair; anything else as it is. */
    private static Term side(Term arg, boolean input) {
        return arg.deref() instanceof Opaque o && o.value() instanceof StreamPair pair
                ? (input ? pair.in() : pair.out()).handle()
                : arg;
    }

    /** The stream that {@code arg} stands for, which must be open for input. */
    static PrologStream input(Machine m, Term arg) {
        PrologStream s = open(m, side(arg, true));
        if (!s.isInput()) {
            throw Errors.permission("input", "stream", arg.deref());
        }
        return s;
    }

    /** The stream that {@code arg} stands for, which must be open for output. */
    static PrologStream output(Machine m, Term arg) {
        PrologStream s = open(m, side(arg, false));
        if (!s.isOutput()) {
            throw Errors.permission("output", "stream", arg.deref());
        }
        return s;
    }

    /** The stream that {@code arg} stands for, which must be open for input of text. */
    static PrologStream textInput(Machine m, Term arg) {
        return notPast(text(input(m, arg), "input", arg), arg);
    }

    /** The stream that {@code arg} stands for, which must be open for input of bytes. */
    static PrologStream byteInput(Machine m, Term arg) {
        return notPast(bytes(input(m, arg), "input", arg), arg);
    }

    /** The stream that {@code arg} stands for, which must be open for output of text. */
    static PrologStream textOutput(Machine m, Term arg) {
        return text(output(m, arg), "output", arg);
    }

    /** The stream that {@code arg} stands for, which must be open for output of bytes. */
    static PrologStream byteOutput(Machine m, Term arg) {
        return bytes(output(m, arg), "output", arg);
    }

    /** The current input, which must be of text. */
    static PrologStream textInput(Machine m) {
        PrologStream s = currentInput(m);
        return text(s, "input", s.handle());
    }

    /** The current input, which must be of bytes. */
    static PrologStream byteInput(Machine m) {
        PrologStream s = currentInput(m);
        return bytes(s, "input", s.handle());
    }

    /** The current output, which must be of text. */
    static PrologStream textOutput(Machine m) {
        PrologStream s = currentOutput(m);
        return text(s, "output", s.handle());
    }

    /** The current output, which must be of bytes. */
    static PrologStream byteOutput(Machine m) {
        PrologStream s = currentOutput(m);
        return bytes(s, "output", s.handle());
    }

    /** The current input; when it was closed, user_input takes its place. */
    static PrologStream currentInput(Machine m) {
        if (m.input.isClosed()) {
            m.input = m.db().streams().userInput();
        }
        return m.input;
    }

    /** The current output; when it was closed, user_output takes its place. */
    static PrologStream currentOutput(Machine m) {
        if (m.output.isClosed()) {
            m.output = m.db().streams().userOutput();
        }
        return m.output;
    }

    /** The stream itself would name its handle where the program said an alias. */
    private static PrologStream notPast(PrologStream s, Term culprit) {
        if (s.isPast() && s.eofAction() == EofAction.ERROR) {
            throw Errors.permission("input", "past_end_of_stream", culprit.deref());
        }
        return s;
    }

    private static PrologStream text(PrologStream s, String direction, Term culprit) {
        if (s.isBinary()) {
            throw Errors.permission(direction, "binary_stream", culprit.deref());
        }
        return s;
    }

    private static PrologStream bytes(PrologStream s, String direction, Term culprit) {
        if (!s.isBinary()) {
            throw Errors.permission(direction, "text_stream", culprit.deref());
        }
        return s;
    }
}
