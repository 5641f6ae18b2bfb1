package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.Buffering;
import dev.clew.rules.streams.Device;
import dev.clew.rules.streams.Devices;
import dev.clew.rules.streams.Encoding;
import dev.clew.rules.streams.EofAction;
import dev.clew.rules.streams.Mode;
import dev.clew.rules.streams.Newline;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One call of {@code open/4}: its options, and the checks in the order of ISO 8.11.5.3. */
final class Opening {
    private final Machine m;
    private final Term source;
    private final Mode mode;
    private final List<Atom> aliases = new ArrayList<>();
    private boolean binary;
    private @Nullable Encoding encoding;
    private EofAction eofAction = EofAction.EOF_CODE;
    private Buffering buffering = Buffering.FULL;
    private Newline newline = Newline.POSIX;
    private boolean reposition;
    private boolean bomGiven;
    private boolean bom;

    private Opening(Machine m, Term source, Mode mode) {
        this.m = m;
        this.source = source;
        this.mode = mode;
    }

    /**
     * Opens a stream and enters it in the table. {@code result} is only checked to be a variable.
     */
    static PrologStream open(Machine m, Term source, Term mode, Term result, Term options) {
        Term s = source.deref();
        Term o = mode.deref();
        if (s instanceof Var || o instanceof Var) {
            throw Errors.instantiation();
        }
        Options list = new Options(options, "stream_option");
        if (!(o instanceof Atom)) {
            throw Errors.type("atom", o);
        }
        if (!(result.deref() instanceof Var)) {
            throw Errors.uninstantiation(result.deref());
        }
        if (Text.atomOrStringOrNull(s) == null && !isPipe(s)) {
            throw Errors.domain("source_sink", s);
        }
        Opening opening = new Opening(m, s, mode((Atom) o));
        opening.read(list);
        return opening.open();
    }

    private static boolean isPipe(Term t) {
        return t instanceof Compound c && c.arity() == 1 && c.name().name().equals("pipe");
    }

    private static Mode mode(Atom mode) {
        switch (mode.name()) {
            case "read":
                return Mode.READ;
            case "write":
                return Mode.WRITE;
            case "append":
                return Mode.APPEND;
            case "update":
                return Mode.UPDATE;
            default:
                throw Errors.domain("io_mode", mode);
        }
    }

    private void read(Options o) {
        while (o.next()) {
            switch (o.name()) {
                case "type":
                    binary = binary(o);
                    break;
                case "reposition":
                    reposition = o.bool();
                    break;
                case "alias":
                    alias(o);
                    break;
                case "eof_action":
                    eofAction = eofAction(o);
                    break;
                case "encoding":
                    encoding = encoding(o.bound());
                    break;
                case "bom":
                    bom = o.bool();
                    bomGiven = true;
                    break;
                case "buffer":
                    buffering = buffering(o);
                    break;
                case "newline":
                    newline = newline(o);
                    break;
                case "create", "lock", "wait", "locale", "close_on_abort", "close_on_exec":
                    o.bound();
                    break;
                default:
                    throw o.wrong();
            }
        }
    }

    private static boolean binary(Options o) {
        String type = o.atom();
        if (!type.equals("binary") && !type.equals("text")) {
            throw o.wrong();
        }
        return type.equals("binary");
    }

    private void alias(Options o) {
        Atom alias = Atom.of(o.atom());
        if (m.db().streams().byAlias(alias) != null) {
            throw Errors.permission("open", "source_sink", Struct.of("alias", alias));
        }
        aliases.add(alias);
    }

    static EofAction eofAction(Options o) {
        switch (o.atom()) {
            case "error":
                return EofAction.ERROR;
            case "eof_code":
                return EofAction.EOF_CODE;
            case "reset":
                return EofAction.RESET;
            default:
                throw o.wrong();
        }
    }

    static Encoding encoding(Term t) {
        Encoding found = t instanceof Atom a ? Encoding.of(a.name()) : null;
        if (found == null) {
            throw t instanceof Atom ? Errors.domain("encoding", t) : Errors.type("atom", t);
        }
        return found;
    }

    static Buffering buffering(Options o) {
        switch (o.atom()) {
            case "full", "true":
                return Buffering.FULL;
            case "line":
                return Buffering.LINE;
            case "none", "false":
                return Buffering.NONE;
            default:
                throw o.wrong();
        }
    }

    static Newline newline(Options o) {
        switch (o.atom()) {
            case "posix", "detect":
                return Newline.POSIX;
            case "dos":
                return Newline.DOS;
            default:
                throw o.wrong();
        }
    }

    private PrologStream open() {
        PrologStream s = source instanceof Compound c ? pipe(c.arg(0)) : file();
        if (reposition && !s.isRepositionable()) {
            s.close();
            throw Errors.permission("open", "source_sink", Struct.of("reposition", Atom.TRUE));
        }
        s.eofAction(eofAction).buffering(buffering).newline(newline);
        if (binary) {
            s.binary(true);
        } else {
            text(s);
        }
        StreamTable streams = m.db().streams();
        streams.add(s);
        for (Atom alias : aliases) {
            streams.bind(alias, s);
        }
        return s;
    }

    private void text(PrologStream s) {
        if (encoding != null) {
            s.encoding(encoding);
        }
        if (mode == Mode.READ) {
            if (bomGiven ? bom : s.isRepositionable()) {
                s.detectBom();
            }
        } else if (mode == Mode.WRITE && bom) {
            s.writeBom();
        }
    }

    private PrologStream file() {
        String name = Text.text(source);
        m.db().policy().check("open", "source_sink", source);
        File file = m.db().streams().surroundings().file(name);
        try {
            return PrologStream.file(file.getPath(), mode).fileName(Atom.of(name));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** What is missing does not exist; what exists may not be opened. */
    private PrologError failure(File file, IOException e) {
        File parent = file.getAbsoluteFile().getParentFile();
        boolean missing = mode == Mode.READ ? !file.exists() : parent != null && !parent.exists();
        String message = String.valueOf(e.getMessage());
        int reason = message.lastIndexOf('(');
        Term context =
                Struct.of(
                        "context",
                        new Var(),
                        Atom.of(
                                reason < 0
                                        ? message
                                        : message.substring(reason + 1, message.length() - 1)));
        Term kind = Atom.of("source_sink");
        Term formal =
                missing
                        ? Struct.of("existence_error", kind, source)
                        : Struct.of("permission_error", Atom.of("open"), kind, source);
        return new PrologError(Struct.of("error", formal, context));
    }

    private PrologStream pipe(Term command) {
        m.db().policy().check("execute", "process", command.deref());
        try {
            Process process = Shell.start(m, Text.text(command), mode == Mode.READ);
            Device device =
                    mode == Mode.READ
                            ? Devices.of(process.getInputStream())
                            : Shell.waiting(process, Devices.of(process.getOutputStream()));
            return mode == Mode.READ ? PrologStream.input(device) : PrologStream.output(device);
        } catch (IOException e) {
            throw Errors.permission("open", "source_sink", source);
        }
    }
}
