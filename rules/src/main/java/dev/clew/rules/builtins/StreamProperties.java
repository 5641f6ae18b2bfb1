package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.Buffering;
import dev.clew.rules.streams.EndOfStream;
import dev.clew.rules.streams.EofAction;
import dev.clew.rules.streams.Mode;
import dev.clew.rules.streams.Newline;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayList;
import java.util.List;

/** The properties of streams as terms (ISO 7.10.2.13) and how {@code set_stream/2} changes them. */
final class StreamProperties {
    private static final String[] NAMES = {
        "file_name",
        "mode",
        "alias",
        "position",
        "end_of_stream",
        "eof_action",
        "reposition",
        "type",
        "file_no",
        "buffer",
        "buffer_size",
        "close_on_abort",
        "encoding",
        "bom",
        "locale",
        "newline",
        "representation_errors",
        "write_errors",
        "timeout",
        "tty",
        "nlink",
        "close_on_exec",
        "error"
    };

    private StreamProperties() {}

    /** Whether {@code t} has the form of a property. */
    static boolean isProperty(Term t) {
        if (t instanceof Atom a) {
            return a.name().equals("input") || a.name().equals("output");
        }
        if (t instanceof Compound c && c.arity() == 1) {
            for (String name : NAMES) {
                if (name.equals(c.name().name())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The properties of a stream that have the name of {@code wanted}, or all if it is a variable.
     */
    static List<Term> of(PrologStream s, Term wanted) {
        List<Term> all = new ArrayList<>();
        if (wanted instanceof Var) {
            all.add(Atom.of(s.isInput() ? "input" : "output"));
            for (String name : NAMES) {
                add(s, name, all);
            }
        } else if (wanted instanceof Atom) {
            all.add(Atom.of(s.isInput() ? "input" : "output"));
        } else if (wanted instanceof Compound c) {
            add(s, c.name().name(), all);
        }
        return all;
    }

    private static void add(PrologStream s, String name, List<Term> to) {
        switch (name) {
            case "file_name":
                Term file = s.fileName();
                if (file != null) {
                    to.add(Struct.of(name, file));
                }
                break;
            case "alias":
                for (Atom alias : s.aliases()) {
                    to.add(Struct.of(name, alias));
                }
                break;
            case "position":
                if (s.recordsPosition()) {
                    to.add(Struct.of(name, s.positionTerm()));
                }
                break;
            case "end_of_stream":
                if (s.isInput()) {
                    to.add(Struct.of(name, endOfStream(s.endOfStream())));
                }
                break;
            case "bom":
                if (s.hasBom()) {
                    to.add(Struct.of(name, Atom.TRUE));
                }
                break;
            case "tty":
                if (s.isTerminal()) {
                    to.add(Struct.of(name, Atom.TRUE));
                }
                break;
            default:
                String value = simple(s, name);
                if (!value.isEmpty()) {
                    to.add(Struct.of(name, Atom.of(value)));
                }
        }
    }

    /** The value of a property that every stream has, or nothing. */
    private static String simple(PrologStream s, String name) {
        switch (name) {
            case "mode":
                return mode(s.mode()).name();
            case "eof_action":
                return eofAction(s.eofAction());
            case "reposition":
                return s.isRepositionable() ? "true" : "false";
            case "type":
                return s.isBinary() ? "binary" : "text";
            case "buffer":
                return buffering(s.buffering());
            case "encoding":
                return s.encoding().prologName;
            case "newline":
                return s.newline() == Newline.DOS ? "dos" : "posix";
            case "representation_errors", "write_errors":
                return "error";
            case "timeout":
                return "infinite";
            default:
                return "";
        }
    }

    static Atom mode(Mode mode) {
        switch (mode) {
            case READ:
                return Atom.of("read");
            case WRITE:
                return Atom.of("write");
            case APPEND:
                return Atom.of("append");
            default:
                return Atom.of("update");
        }
    }

    private static Atom endOfStream(EndOfStream e) {
        return Atom.of(e == EndOfStream.NOT ? "not" : e == EndOfStream.AT ? "at" : "past");
    }

    private static String eofAction(EofAction action) {
        return action == EofAction.ERROR
                ? "error"
                : action == EofAction.EOF_CODE ? "eof_code" : "reset";
    }

    private static String buffering(Buffering b) {
        return b == Buffering.FULL ? "full" : b == Buffering.LINE ? "line" : "none";
    }

    /** Changes the property of a stream. */
    static void set(Machine m, PrologStream s, Term property) {
        if (!(property instanceof Compound c) || c.arity() != 1) {
            throw Errors.domain("stream_attribute", property);
        }
        Options o = new Options(Lists.of(property), "stream_attribute");
        o.next();
        switch (o.name()) {
            case "alias":
                setAlias(m, s, Atom.of(o.atom()));
                break;
            case "buffer":
                s.buffering(Opening.buffering(o));
                break;
            case "eof_action":
                s.eofAction(Opening.eofAction(o));
                break;
            case "encoding":
                s.encoding(Opening.encoding(o.bound()));
                break;
            case "type":
                setType(s, o);
                break;
            case "line_position":
                s.column(o.integer());
                break;
            case "file_name":
                s.fileName(o.bound());
                break;
            case "newline":
                s.newline(Opening.newline(o));
                break;
            case "tty":
                s.terminal(o.bool());
                break;
            case "record_position":
                s.recordsPosition(o.bool());
                break;
            case "buffer_size",
            "close_on_abort",
            "close_on_exec",
            "locale",
            "timeout",
            "representation_errors",
            "write_errors":
                o.bound();
                break;
            default:
                throw o.wrong();
        }
    }

    private static void setAlias(Machine m, PrologStream s, Atom alias) {
        StreamTable streams = m.db().streams();
        if ((alias == StreamTable.USER_INPUT && !s.isInput())
                || (alias == StreamTable.USER_OUTPUT && !s.isOutput())
                || (alias == StreamTable.USER_ERROR && !s.isOutput())) {
            throw Errors.permission(s.isInput() ? "output" : "input", "stream", s.handle());
        }
        streams.bind(alias, s);
    }

    private static void setType(PrologStream s, Options o) {
        String type = o.atom();
        if (!type.equals("binary") && !type.equals("text")) {
            throw o.wrong();
        }
        s.binary(type.equals("binary"));
    }
}
