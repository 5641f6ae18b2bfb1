package dev.clew.cli.ask;

import dev.clew.cli.answers.Query;
import dev.clew.cli.programs.Session;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Var;

import java.util.List;

/** Why a goal has no answer, in words. */
final class WhyNot {
    private WhyNot() {}

    /** What {@code why_not/1} prints, line by line. */
    static List<String> text(Session session, Query query) {
        Machine m = session.machine();
        Var text = m.newVar();
        boolean told =
                m.once(
                        Struct.of(
                                "with_output_to",
                                Struct.of("string", text),
                                Struct.of("why_not", query.goal())),
                        session.db().user());
        return told && text.deref() instanceof Str s ? s.value().lines().toList() : List.of();
    }
}
