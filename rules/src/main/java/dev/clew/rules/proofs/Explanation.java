package dev.clew.rules.proofs;

import java.util.List;

/**
 * Why an answer holds: the proof of the goal, and the proofs of the tabled answers that it refers
 * to.
 *
 * @param proof the proof of the goal
 * @param lemmas the proofs of tabled answers; each refers only to lemmas before it, so that no
 *     proof rests on itself
 */
public record Explanation(Proof proof, List<Proof> lemmas) {
    public Explanation {
        lemmas = List.copyOf(lemmas);
    }
}
