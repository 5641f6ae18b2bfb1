package dev.clew.rules.checking;

import dev.clew.rules.proofs.forms.Outline;

import java.util.List;

/**
 * A step of a proof.
 *
 * @param line its number when the steps are written one below the other, each before its premises,
 *     the proof before the lemmas; from 1
 * @param lemma the lemma that it is part of, from 1; 0 if it is part of the proof itself
 * @param path which premise to take, from 1, at each step from the root
 */
public record Place(int line, int lemma, List<Integer> path) {
    public Place {
        path = List.copyOf(path);
    }

    static Place of(Outline outline, Outline.Line line) {
        return new Place(line.index() + 1, line.lemma() + 1, outline.path(line));
    }

    /** In words: {@code step 7 (premise 2.1 of lemma 3)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("step ").append(line).append(" (");
        for (int i = 0; i < path.size(); i++) {
            text.append(i == 0 ? "premise " : ".").append(path.get(i));
        }
        text.append(path.isEmpty() ? "the root" : "");
        text.append(lemma == 0 ? " of the proof)" : " of lemma " + lemma + ")");
        return text.toString();
    }
}
