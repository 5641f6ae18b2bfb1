package dev.clew.rules.proofs.forms;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The steps of an explanation one below the other: each step before its premises, those from left
 * to right; first the proof, then the lemmas.
 */
public final class Outline {
    private final List<Line> lines = new ArrayList<>();

    /** Which lines are the premises of a line. */
    private final List<List<Line>> premises = new ArrayList<>();

    private final List<Line> roots = new ArrayList<>();

    /**
     * A step at its place.
     *
     * @param index the number of lines before it
     * @param proof the step with all that it needs
     * @param parent the index of the step that it is a premise of, or -1
     * @param position which premise of that it is, from 1; 0 if it is none
     * @param lemma the lemma that it is part of, or -1 if it is part of the proof itself
     * @param depth how many steps lead to it
     * @param isFolded whether it has premises that are not shown
     */
    public record Line(
            int index,
            Proof proof,
            int parent,
            int position,
            int lemma,
            int depth,
            boolean isFolded) {}

    private Outline() {}

    /** All steps. */
    public static Outline of(Explanation explanation) {
        return of(explanation, 0);
    }

    /** The steps that {@code depth} or fewer others lead to; all if it is 0. */
    public static Outline of(Explanation explanation, int depth) {
        Outline outline = new Outline();
        outline.add(explanation.proof(), -1, depth);
        for (int i = 0; i < explanation.lemmas().size(); i++) {
            outline.add(explanation.lemmas().get(i), i, depth);
        }
        return outline;
    }

    private record Waiting(Proof proof, int parent, int position, int depth) {}

    private void add(Proof root, int lemma, int limit) {
        ArrayDeque<Waiting> agenda = new ArrayDeque<>();
        agenda.push(new Waiting(root, -1, 0, 0));
        while (!agenda.isEmpty()) {
            Waiting w = agenda.pop();
            List<Proof> below = w.proof.premises();
            boolean folds = limit > 0 && w.depth >= limit && !below.isEmpty();
            Line line =
                    new Line(lines.size(), w.proof, w.parent, w.position, lemma, w.depth, folds);
            enter(line);
            for (int i = folds ? 0 : below.size(); i > 0; i--) {
                agenda.push(new Waiting(below.get(i - 1), line.index, i, w.depth + 1));
            }
        }
    }

    private void enter(Line line) {
        lines.add(line);
        premises.add(new ArrayList<>(0));
        if (line.parent < 0) {
            roots.add(line);
        } else {
            premises.get(line.parent).add(line);
        }
    }

    /** All lines. */
    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** The lines of the premises of a line that are shown. */
    public List<Line> premises(Line line) {
        return Collections.unmodifiableList(premises.get(line.index));
    }

    /** The first lines of the proof and of each lemma. */
    public List<Line> roots() {
        return Collections.unmodifiableList(roots);
    }

    /**
     * The way from the root of the proof or lemma to a line: which premise to take, from 1, at each
     * step.
     */
    public List<Integer> path(Line line) {
        List<Integer> path = new ArrayList<>();
        for (Line l = line; l.parent >= 0; l = lines.get(l.parent)) {
            path.add(l.position);
        }
        Collections.reverse(path);
        return path;
    }

    /** How many steps lie below a line and are not shown. */
    static int hidden(Line line) {
        int count = 0;
        ArrayDeque<Proof> agenda = new ArrayDeque<>(line.proof.premises());
        while (!agenda.isEmpty()) {
            count++;
            for (Proof p : agenda.pop().premises()) {
                agenda.push(p);
            }
        }
        return count;
    }
}
