package dev.clew.rules.checking;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes one thing in a proof. */
final class Tampering {
    /** What can be changed. */
    enum Kind {
        CONSTANT,
        PREDICATE,
        SWAP,
        DROP,
        REPEAT,
        LINE,
        NUMBER,
        FILE,
        BRANCH,
        LEMMA,
        TO_BUILT_IN,
        TO_FAILURE,
        TO_SOLUTIONS,
        EXCHANGE
    }

    /** The proof that came of it, and the line of the step that was changed, from 0. */
    record Result(Explanation explanation, int line) {}

    private final Random random;
    private final Proofs proofs = new Proofs(RandomProgram.FILE);
    private int at;

    Tampering(Random random) {
        this.random = random;
    }

    /** A proof with its steps of one tampering kind; null if the step has nothing to change. */
    @Nullable Result tamper(Explanation e, Kind kind) {
        List<Proof> all = new ArrayList<>();
        collect(e.proof(), all);
        for (Proof lemma : e.lemmas()) {
            collect(lemma, all);
        }
        int line = random.nextInt(all.size());
        Proof changed = changed(all.get(line), kind, all);
        if (changed == null) {
            return null;
        }
        at = 0;
        Proof proof = replaced(e.proof(), line, changed);
        List<Proof> lemmas = new ArrayList<>();
        for (Proof lemma : e.lemmas()) {
            lemmas.add(replaced(lemma, line, changed));
        }
        return new Result(new Explanation(proof, lemmas), line);
    }

    private static void collect(Proof p, List<Proof> all) {
        all.add(p);
        for (Proof q : p.premises()) {
            collect(q, all);
        }
    }

    private Proof replaced(Proof p, int line, Proof changed) {
        if (at++ == line) {
            List<Proof> skipped = new ArrayList<>();
            collect(p, skipped);
            at += skipped.size() - 1;
            return changed;
        }
        List<Proof> premises = new ArrayList<>();
        for (Proof q : p.premises()) {
            premises.add(replaced(q, line, changed));
        }
        return new Proof(p.goal(), p.step(), premises);
    }

    private @Nullable Proof changed(Proof p, Kind kind, List<Proof> all) {
        List<Proof> premises = new ArrayList<>(p.premises());
        Step.ByClause clause = p.step() instanceof Step.ByClause c ? c : null;
        switch (kind) {
            case CONSTANT:
                return goal(p, constant(p.goal().toString()));
            case PREDICATE:
                return goal(p, p.goal().toString().replaceFirst("p[0-9]", "p" + random.nextInt(6)));
            case SWAP:
                if (premises.size() < 2) {
                    return null;
                }
                Collections.swap(premises, 0, 1 + random.nextInt(premises.size() - 1));
                return new Proof(p.goal(), p.step(), premises);
            case DROP:
                if (premises.isEmpty()) {
                    return null;
                }
                premises.remove(random.nextInt(premises.size()));
                return new Proof(p.goal(), p.step(), premises);
            case REPEAT:
                premises.add(all.get(random.nextInt(all.size())));
                return new Proof(p.goal(), p.step(), premises);
            case LINE:
                return clause == null
                        ? null
                        : step(
                                p,
                                new Step.ByClause(
                                        clause.file(), other(clause.line()), clause.number()));
            case NUMBER:
                return clause == null
                        ? null
                        : step(
                                p,
                                new Step.ByClause(
                                        clause.file(), clause.line(), other(clause.number())));
            case FILE:
                return clause == null
                        ? null
                        : step(p, new Step.ByClause("other.pl", clause.line(), clause.number()));
            case BRANCH:
                return p.step() instanceof Step.ByBranch b
                        ? step(p, new Step.ByBranch(other(b.number())))
                        : null;
            case LEMMA:
                return p.step() instanceof Step.ByLemma l
                        ? step(p, new Step.ByLemma(l.lemma() + random.nextInt(4) - 1))
                        : null;
            case TO_BUILT_IN:
                return step(p, new Step.ByBuiltIn());
            case TO_FAILURE:
                return step(p, new Step.ByFailure());
            case TO_SOLUTIONS:
                return step(p, new Step.BySolutions());
            case EXCHANGE:
                return all.get(random.nextInt(all.size()));
        }
        return null;
    }

    private int other(int n) {
        return n + (random.nextBoolean() ? 1 : -1);
    }

    private static Proof step(Proof p, Step step) {
        return new Proof(p.goal(), step, p.premises());
    }

    private Proof goal(Proof p, String text) {
        return new Proof(proofs.goal(text), p.step(), p.premises());
    }

    /** The text with one constant replaced, by one of the program or by a new one. */
    private String constant(String text) {
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i < text.length(); i++) {
            boolean isWhole = "(,< +".indexOf(text.charAt(i - 1)) >= 0;
            if (isWhole && "abc012345".indexOf(text.charAt(i)) >= 0) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return text;
        }
        int place = places.get(random.nextInt(places.size()));
        String constants = text.charAt(place) <= '9' ? "0123459" : "abcz";
        char other = constants.charAt(random.nextInt(constants.length()));
        return text.substring(0, place) + other + text.substring(place + 1);
    }
}
