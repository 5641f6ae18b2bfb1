package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Predicate;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.syntax.CharSink;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.Portray;
import dev.clew.rules.syntax.StringSink;
import dev.clew.rules.syntax.TermWriter;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

/** Terms as text, written with the operators of the calling module. */
public final class TermText {
    private static final Functor PORTRAY = Functor.of("portray", 1);
    private static final Functor NOT_PROVABLE = Functor.of("\\+", 1);

    private TermText() {}

    /** As {@code write/1}. */
    static String write(Machine m, Term term) {
        String simple = Text.atomicOrNull(term);
        return simple != null ? simple : of(m, term, WriteOptions.write());
    }

    /** As {@code writeq/1}. */
    static String writeq(Machine m, Term term) {
        return of(m, term, WriteOptions.writeq());
    }

    /** As {@code print/1}. */
    static String print(Machine m, Term term) {
        StringSink sink = new StringSink();
        WriteOptions options = WriteOptions.writeq();
        options.portray = portray(m, sink);
        options.anonymous = true;
        TermWriter.write(sink, m.operators(), options, term);
        return sink.toString();
    }

    /** As {@code write_canonical/1}. */
    static String canonical(Machine m, Term term) {
        return of(m, term, WriteOptions.canonical());
    }

    static String of(Machine m, Term term, WriteOptions options) {
        return of(term, options, m.operators());
    }

    static String of(Term term, WriteOptions options, Operators operators) {
        StringSink sink = new StringSink();
        TermWriter.write(sink, operators, options, term);
        return sink.toString();
    }

    /** The user's {@code portray/1}, or null if there is none. */
    public static @Nullable Portray portray(Machine m, CharSink sink) {
        Predicate hook = m.db().user().known(PORTRAY);
        return hook == null || !hook.isLocal()
                ? null
                : goal(
                        m,
                        sink,
                        (t, o) -> Struct.of(Functor.COLON, Atom.USER, Struct.of(PORTRAY, t)));
    }

    /** Makes the goal that may write a term. */
    interface PortrayGoal {
        Term of(Term term, WriteOptions options);
    }

    /** Lets a goal write terms; what it binds is undone. */
    static Portray goal(Machine m, CharSink sink, PortrayGoal goal) {
        return (term, options) -> {
            PrologStream former = m.output;
            PrologStream memory = PrologStream.memory();
            m.output = memory;
            Term call = goal.of(term, options);
            boolean written;
            try {
                written = !m.once(Struct.of(NOT_PROVABLE, call));
            } finally {
                m.output = former;
                memory.close();
            }
            if (written) {
                sink.append(memory.text());
            }
            return written;
        };
    }
}
