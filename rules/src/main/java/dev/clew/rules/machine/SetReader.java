package dev.clew.rules.machine;

import dev.clew.rules.datalog.Literal;
import dev.clew.rules.datalog.Program;
import dev.clew.rules.datalog.Relation;
import dev.clew.rules.datalog.Rule;
import dev.clew.rules.datalog.Unsuited;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Atomic;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Opaque;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a predicate and all that it depends on as Datalog: tabled predicates, and others that are
 * not recursive, whose clauses have constants and variables for arguments.
 */
final class SetReader {
    private static final int MAX_PREDICATES = 1000;

    private final Machine m;
    private final SetSpace space;
    private final SetDictionary dictionary;
    private final List<SetProgram.Source> sources = new ArrayList<>();
    private final List<List<Clause>> clauses = new ArrayList<>();
    private final List<List<Integer>> calls = new ArrayList<>();
    private final Program program = new Program();
    private boolean newest = true;
    private boolean suited;

    SetReader(Machine m, SetSpace space) {
        this.m = m;
        this.space = space;
        this.dictionary = space.dictionary();
    }

    /** Whether the machine sees the newest clauses of all that was read. */
    boolean seesNewest() {
        return newest;
    }

    /** Whether all that was read is Datalog. */
    boolean isSuited() {
        return suited;
    }

    SetProgram read(Predicate root) {
        try {
            number(root);
            for (int i = 0; i < sources.size(); i++) {
                readPredicate(i);
            }
            checkRecursion();
            suited = true;
            space.noteFacts();
        } catch (Unsuited e) {
            suited = false;
        }
        return new SetProgram(sources, suited ? program : null, dictionary, space);
    }

    /** The procedure of a predicate, its own or inherited, if it has clauses. */
    static @Nullable Procedure resolve(Predicate p) {
        if (p.procedure.isDefined()) {
            return p.procedure;
        }
        Predicate q = p.module.visible(p.functor);
        return q == null ? null : q.procedure;
    }

    /** The number of a predicate that is called. */
    int number(Predicate p) {
        if (!(resolve(p) instanceof ClauseProcedure c) || c.meta != null) {
            throw new Unsuited("a built-in, unknown or meta-predicate");
        } else if (c.changeLog != null) {
            throw new Unsuited("an incremental predicate");
        }
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).procedure() == c) {
                return i;
            }
        }
        if (sources.size() == MAX_PREDICATES) {
            throw new Unsuited("many predicates");
        }
        // One moment for the stamp and the clauses; writers hold this lock.
        synchronized (m.db()) {
            sources.add(SetProgram.Source.of(p, c));
            clauses.add(c.visibleClauses(m));
            newest &= c.showsNewest(m);
        }
        if (clauses.getLast().isEmpty() && !c.isDynamic && !c.isDeclared) {
            throw new Unsuited("an unknown predicate");
        }
        calls.add(new ArrayList<>());
        return addPredicate(p, c);
    }

    private int addPredicate(Predicate p, ClauseProcedure c) {
        String name = p.functor.name().name();
        int arity = p.functor.arity();
        Program.Keep keep = Program.Keep.ALL;
        int best = -1;
        if (c.tableModes != null && c.tableModes.deref() instanceof Struct modes) {
            for (int i = 0; i < modes.args.length; i++) {
                Program.Keep k = keep(modes.args[i].deref());
                if (k != Program.Keep.ALL) {
                    if (best >= 0) {
                        throw new Unsuited("several modes");
                    }
                    keep = k;
                    best = i;
                }
            }
        }
        return program.add(name, arity, keep, best);
    }

    private static Program.Keep keep(Term mode) {
        if (mode instanceof Var || mode instanceof Slot) {
            return Program.Keep.ALL;
        } else if (mode instanceof Atom a) {
            String name = a.name();
            if (name.equals("index")) {
                return Program.Keep.ALL;
            } else if (name.equals("min")) {
                return Program.Keep.LEAST;
            } else if (name.equals("max")) {
                return Program.Keep.GREATEST;
            }
        }
        throw new Unsuited("a mode");
    }

    // ---- Clauses ----

    private void readPredicate(int number) {
        ClauseProcedure c = sources.get(number).procedure();
        int arity = c.predicate.functor.arity();
        SetFacts known = c.setFacts;
        boolean cached =
                known != null
                        && newest
                        && known.dictionary() == dictionary
                        && known.stamp() == sources.get(number).stamp();
        Relation facts =
                cached && known != null
                        ? known.tuples()
                        : new Relation(c.predicate.functor.name().name(), arity);
        List<Clause> rules = new ArrayList<>();
        int[] tuple = new int[arity];
        List<Clause> all = clauses.get(number);
        if (!cached) {
            facts.reserve(all.size());
        }
        for (int i = 0; i < all.size(); i++) {
            Clause clause = all.get(i);
            if (clause.body != Atom.TRUE || clause.slots > 0) {
                rules.add(clause);
            } else if (!cached) {
                codeFact(clause, tuple);
                facts.append(tuple);
                m.worked(1);
            }
        }
        clauses.set(number, List.of());
        if (facts.size() > 0) {
            program.facts(number, facts);
            if (newest && !cached) {
                c.setFacts = new SetFacts(dictionary, sources.get(number).stamp(), facts);
            }
        }
        for (Clause clause : rules) {
            readRule(number, clause);
        }
    }

    private void codeFact(Clause clause, int[] tuple) {
        if (!(clause.head instanceof Compound head)) {
            return;
        }
        for (int i = 0; i < tuple.length; i++) {
            if (head.arg(i) instanceof Atomic a && !(a instanceof Opaque)) {
                tuple[i] = dictionary.codeOf(a);
            } else {
                throw new Unsuited("a compound argument");
            }
        }
    }

    private void readRule(int number, Clause clause) {
        SetBody body = new SetBody(this, dictionary, clause);
        int[] head = body.arguments(clause.head);
        for (List<Literal> alternative : body.alternatives()) {
            program.rule(number, new Rule(head, alternative, clause.slots, body.constants()));
            for (Literal literal : alternative) {
                if (literal instanceof Literal.Call call) {
                    calls.get(number).add(call.predicate());
                }
            }
        }
    }

    // ---- Recursion ----

    /** Only tabled predicates may be recursive: others would not end. */
    private void checkRecursion() {
        for (int i = 0; i < sources.size(); i++) {
            if (!sources.get(i).isTabled() && reaches(i, i)) {
                throw new Unsuited("recursion without a table");
            }
        }
    }

    private boolean reaches(int from, int to) {
        boolean[] seen = new boolean[sources.size()];
        List<Integer> open = new ArrayList<>(calls.get(from));
        while (!open.isEmpty()) {
            int p = open.removeLast();
            if (p == to) {
                return true;
            } else if (!seen[p]) {
                seen[p] = true;
                open.addAll(calls.get(p));
            }
        }
        return false;
    }
}
