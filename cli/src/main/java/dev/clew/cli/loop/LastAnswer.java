package dev.clew.cli.loop;

import dev.clew.cli.answers.Query;
import dev.clew.cli.why.WhyAnswer;
import dev.clew.cli.why.WhyForm;
import dev.clew.rules.machine.Explaining;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.Devices;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer that was shown last. Goals of the loop run without proofs; who asks why has the goal
 * run again, up to this answer, with its output thrown away.
 */
final class LastAnswer {
    private final Machine machine;
    private final List<String> names = new ArrayList<>();
    private final Term goal;
    private final List<Term> variables;
    private long number;

    /** A query that is about to run. */
    LastAnswer(Machine machine, Query query) {
        this.machine = machine;
        List<Term> named = new ArrayList<>();
        for (ReadVariable v : query.variables()) {
            names.add(v.name());
            named.add(v.variable());
        }
        Struct copy =
                (Struct) machine.copyPlain(Struct.of(Functor.PAIR, query.goal(), Lists.of(named)));
        this.goal = copy.args[0];
        this.variables = Lists.items(copy.args[1]);
    }

    /** A further answer has been found. */
    void next() {
        number++;
    }

    /** Why the answer holds; empty if the goal does not give it again. */
    List<String> why() {
        PrologStream output = machine.output;
        machine.output = PrologStream.output(Devices.of(Writer.nullWriter()));
        try {
            Struct copy =
                    (Struct) machine.copyPlain(Struct.of(Functor.PAIR, goal, Lists.of(variables)));
            Explaining why = Explaining.again(machine, copy.args[0], number);
            return why == null ? List.of() : lines(why, Lists.items(copy.args[1]));
        } finally {
            machine.output = output;
        }
    }

    private List<String> lines(Explaining why, List<Term> values) {
        Map<Var, String> asked = new IdentityHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (values.get(i).deref() instanceof Var v) {
                asked.put(v, names.get(i));
            }
        }
        return WhyForm.named("", WhyForm.DEFAULT_DEPTH).proof(WhyAnswer.of(machine, why, asked));
    }
}
