package dev.clew.rules.machine;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.ProofText;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/**
 * Asks for proofs. A goal is run as {@link #proving} has it, with a node that is bound to its proof
 * in the making; {@link #of} reads the proof from there while, or after, the answer stands.
 */
public final class Explaining {
    private static final int ALL = Integer.MAX_VALUE;

    private final Explanation explanation;
    private final Map<Var, String> names;

    private final Database db;

    private Explaining(Database db, Explanation explanation, Map<Var, String> names) {
        this.db = db;
        this.explanation = explanation;
        this.names = names;
    }

    /** The goal that is true whenever {@code goal} is, and binds {@code node} to the reason. */
    public static Term proving(Term goal, Term node) {
        return Struct.of(Proving.PROVE, goal, node, Int.of(0));
    }

    /**
     * Why an answer holds.
     *
     * @param m a machine that may run goals and whose view is that of the answer
     * @param goal the goal with the bindings of the answer
     * @param node the node that was given to {@link #proving}
     */
    public static Explaining of(Machine m, Term goal, Term node) {
        return of(m, goal, node, ALL);
    }

    /**
     * As {@link #of(Machine, Term, Term)}, for showing so many levels: what lies deeper is not
     * made.
     */
    public static Explaining of(Machine m, Term goal, Term node, int maxDepth) {
        ProofAudit audit = m.db().audit;
        if (audit != null) {
            audit.check(read(m, goal, node, new VariableHints(new ClauseNames(m)), ALL));
        }
        VariableHints hints = new VariableHints(new ClauseNames(m));
        Explanation explanation = read(m, goal, node, hints, maxDepth);
        return new Explaining(m.db(), explanation, hints.names());
    }

    private static Explanation read(
            Machine m, Term goal, Term node, VariableHints hints, int maxDepth) {
        return new LemmaProofs(m, hints, m.delays != null, maxDepth).explain(goal, node);
    }

    /**
     * Why the answer with this number (from 1) to a goal holds: runs the goal again, within
     * whatever the machine is doing. Null if there is no such answer now.
     */
    public static @Nullable Explaining again(Machine m, Term goal, long number) {
        Var node = m.newVar();
        Term count = Struct.of("$is_answer", new Opaque("count", new long[] {number}));
        Term nth = Struct.of(Functor.COMMA, proving(goal, node), count);
        return m.once(nth, m.db().user()) ? of(m, goal, node) : null;
    }

    /** {@code '$is_answer'(Count)}: true at the answer that is wanted. */
    static boolean isAnswer(Term[] a) {
        long[] rest = (long[]) ((Opaque) a[0].deref()).value();
        return --rest[0] == 0;
    }

    /** The proof. */
    public Explanation explanation() {
        return explanation;
    }

    /**
     * The proof in full as an indented text. May be called at any time, by any thread.
     *
     * @param asked what the question calls its variables
     */
    public List<String> text(Map<Var, String> asked) {
        ProofWords words = new ProofWords(new Machine(db), asked, names, 0);
        return ProofText.of(explanation, words, Integer.MAX_VALUE);
    }

    /** How many steps the proof has, lemmas included. */
    public long size() {
        long n = 0;
        ArrayDeque<Proof> rest = new ArrayDeque<>(explanation.lemmas());
        rest.push(explanation.proof());
        while (!rest.isEmpty()) {
            Proof p = rest.pop();
            n++;
            for (Proof premise : p.premises()) {
                rest.push(premise);
            }
        }
        return n;
    }

    /** What the program calls variables that the proof leaves unbound. */
    public Map<Var, String> names() {
        return names;
    }
}
