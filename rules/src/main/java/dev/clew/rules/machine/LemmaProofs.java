package dev.clew.rules.machine;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves answers of tabled predicates after the event. A table does not keep where its answers are
 * from; but each follows by a clause from other answers, so the clauses are run again with the
 * answer as their goal, while tabled goals in their bodies are looked up. That gives derivations
 * whose premises are answers. An answer is proved when all premises of one of its derivations are:
 * the least fixed point of these rules, by counting the premises that are not proved yet (W. F.
 * Dowling and J. H. Gallier, "Linear-time algorithms for testing the satisfiability of
 * propositional Horn formulae", 1984). So no answer rests on itself, however recursive the clauses
 * are. The search goes breadth first from the answers in question and ends when they are proved.
 */
final class LemmaProofs {
    static final Functor DERIVE = Functor.of("$derive", 3);
    static final Functor DERIVED = Functor.of("$derived", 3);

    private final Machine m;
    private final VariableHints hints;
    private final Map<Key, Answer> answers = new HashMap<>();
    private final ArrayDeque<Answer> unexplored = new ArrayDeque<>();
    private int proved;

    /** Whether the answer in question depends on what is neither true nor false. */
    private final boolean isConditional;

    private final int maxDepth;

    LemmaProofs(Machine m, VariableHints hints, boolean isConditional, int maxDepth) {
        this.maxDepth = maxDepth;
        this.m = m;
        this.hints = hints;
        this.isConditional = isConditional;
    }

    /** What an answer says: its arguments with numbered variables. */
    private record Key(ClauseProcedure procedure, Term[] arguments) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key k
                    && k.procedure == procedure
                    && StoredTerms.equal(k.arguments, arguments);
        }

        @Override
        public int hashCode() {
            return StoredTerms.hash(arguments) ^ System.identityHashCode(procedure);
        }
    }

    /** A tabled answer that is to be proved. */
    private static final class Answer {
        final Key key;
        final Term goal;
        final List<Derivation> uses = new ArrayList<>(2);
        @Nullable Derivation proof;

        /** When it was proved, from 1; 0 if it was not yet. */
        int order;

        Answer(Key key, Term goal) {
            this.key = key;
            this.goal = goal;
        }
    }

    /** A way in which an answer follows from others. */
    private static final class Derivation {
        final Answer head;
        final Term goal;
        final Term node;
        final Set<Answer> premises;
        int missing;

        Derivation(Answer head, Term goal, Term node, Set<Answer> premises) {
            this.head = head;
            this.goal = goal;
            this.node = node;
            this.premises = premises;
        }
    }

    /** The explanation of a goal with this node. */
    Explanation explain(Term goal, Term node) {
        Set<Answer> roots = new LinkedHashSet<>();
        Proof proof = read(goal, node, (p, t) -> collect(roots, p, t));
        if (roots.isEmpty()) {
            return new Explanation(proof, List.of());
        }
        prove(roots);
        Map<Answer, Integer> places = places(roots);
        List<Proof> lemmas = new ArrayList<>(places.size());
        for (Answer a : places.keySet()) {
            lemmas.add(lemma(a, places));
        }
        return new Explanation(read(goal, node, (p, t) -> place(places, p, t)), lemmas);
    }

    private Proof read(Term goal, Term node, ProofReader.Lemmas lemmas) {
        return new ProofReader(m, lemmas, hints, isConditional, maxDepth).read(goal, node);
    }

    private int collect(Set<Answer> found, ClauseProcedure p, Term goal) {
        found.add(answer(p, goal));
        return 0;
    }

    private int place(Map<Answer, Integer> places, ClauseProcedure p, Term goal) {
        return Objects.requireNonNull(places.get(answer(p, goal)));
    }

    private Answer answer(ClauseProcedure p, Term goal) {
        Key key = key(p, goal);
        Answer known = answers.get(key);
        if (known == null) {
            known = new Answer(key, m.copyPlain(goal));
            answers.put(key, known);
            unexplored.add(known);
        }
        return known;
    }

    private Key key(ClauseProcedure p, Term goal) {
        Term[] args = goal.deref() instanceof Compound c ? arguments(c) : new Term[0];
        return new Key(p, StoredTerms.store(m, args, args.length, new ArrayList<>()));
    }

    private static Term[] arguments(Compound c) {
        Term[] args = new Term[c.arity()];
        for (int i = 0; i < args.length; i++) {
            args[i] = c.arg(i);
        }
        return args;
    }

    // ---- The search ----

    private void prove(Set<Answer> roots) {
        int open = roots.size();
        while (open > 0 && !unexplored.isEmpty()) {
            Answer next = unexplored.poll();
            if (next.order == 0) {
                explore(next);
            }
            open = 0;
            for (Answer a : roots) {
                open += a.order == 0 ? 1 : 0;
            }
        }
    }

    /** Runs the clauses of an answer's predicate for the ways in which they give the answer. */
    private void explore(Answer a) {
        Opaque seen = new Opaque("derivations", new Derivations(a));
        Term node = m.newVar();
        Opaque procedure = new Opaque("tabled", a.key.procedure());
        Term derive = new Struct(DERIVE, new Term[] {procedure, a.goal, node});
        Term derived = new Struct(DERIVED, new Term[] {seen, a.goal, node});
        Term all = Struct.of(Names.NOT, Struct.of(Functor.COMMA, derive, derived));
        m.tabling().oneByOne(() -> m.once(all, system()));
    }

    private Module system() {
        return m.db().system();
    }

    /** Takes the derivations of an answer as they are found. */
    final class Derivations {
        private final Answer answer;

        Derivations(Answer answer) {
            this.answer = answer;
        }

        /** Takes one; returns whether the answer is proved now. */
        boolean take(Term goal, Term node) {
            if (m.delays != null || !key(answer.key.procedure(), goal).equals(answer.key)) {
                return false; // holds on condition only, or proves an instance only
            }
            Set<Answer> premises = Collections.newSetFromMap(new IdentityHashMap<>());
            read(goal, node, (p, t) -> collect(premises, p, t));
            if (premises.contains(answer)) {
                return false;
            }
            Struct copy = (Struct) m.copyPlain(Struct.of(Functor.PAIR, goal, node));
            add(new Derivation(answer, copy.args[0], copy.args[1], premises));
            return answer.order > 0;
        }
    }

    private void add(Derivation d) {
        for (Answer premise : d.premises) {
            if (premise.order == 0) {
                premise.uses.add(d);
                d.missing++;
            }
        }
        ArrayDeque<Derivation> complete = new ArrayDeque<>();
        if (d.missing == 0) {
            complete.add(d);
        }
        while (!complete.isEmpty()) {
            Derivation next = complete.poll();
            Answer head = next.head;
            if (head.order > 0) {
                continue;
            }
            head.order = ++proved;
            head.proof = next;
            for (Derivation user : head.uses) {
                if (--user.missing == 0) {
                    complete.add(user);
                }
            }
            head.uses.clear();
        }
    }

    // ---- The proofs ----

    /** The answers that the proofs of others need, each behind those that it rests on. */
    private static Map<Answer, Integer> places(Set<Answer> roots) {
        TreeSet<Answer> needed =
                new TreeSet<>(
                        Comparator.comparingInt((Answer a) -> a.order)
                                .thenComparingInt(System::identityHashCode));
        ArrayDeque<Answer> agenda = new ArrayDeque<>(roots);
        while (!agenda.isEmpty()) {
            Answer a = agenda.poll();
            if (needed.add(a) && a.proof != null) {
                agenda.addAll(a.proof.premises);
            }
        }
        Map<Answer, Integer> places = new LinkedHashMap<>();
        for (Answer a : needed) {
            places.put(a, places.size());
        }
        return places;
    }

    /**
     * The proof of an answer. One that no clause gives is the sum or the join of several, or is
     * undefined.
     */
    private Proof lemma(Answer a, Map<Answer, Integer> places) {
        Derivation d = a.proof;
        if (d != null) {
            return read(d.goal, d.node, (p, t) -> place(places, p, t));
        }
        TableDeclaration tabling = a.key.procedure().tabling;
        boolean isAggregated = tabling != null && tabling.modes() != null;
        return new Proof(a.goal, isAggregated ? new Step.BySolutions() : new Step.ByUndefined());
    }

    // ---- What the search runs ----

    /** {@code '$derive'(Procedure, Goal, Node)}: calls the clauses, not the table. */
    static @Nullable Code derive(Machine m) {
        ClauseProcedure p = (ClauseProcedure) ((Opaque) m.a[0].deref()).value();
        Term goal = m.a[1].deref();
        Term node = m.a[2];
        int arity = p.predicate.functor.arity();
        m.needArguments(arity + 1);
        for (int i = 0; goal instanceof Compound c && i < arity; i++) {
            m.a[i] = c.arg(i);
        }
        m.a[arity] = node;
        m.module = p.home;
        m.setDelays(null);
        return ((Proving) p.predicate.proving().procedure).enterClauses(m, p);
    }

    /** {@code '$derived'(Derivations, Goal, Node)}: fails until the answer is proved. */
    static boolean derived(Machine m, Term[] a) {
        Derivations d = (Derivations) ((Opaque) a[0].deref()).value();
        return d.take(a[1].deref(), a[2].deref());
    }
}
