package dev.clew.rules.proofs.forms;

import dev.clew.rules.proofs.Explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Proofs in the layout of inference rules: the premises of a step beside one another, a line below
 * them with the name of the step, then the conclusion.
 *
 * <pre>
 * ----------------- family.pl:1   ----------------- family.pl:2
 * parent(tom, bob)                parent(bob, ann)
 * ------------------------------------------------- family.pl:4
 *                grandparent(tom, ann)
 * </pre>
 *
 * <p>A part that would make the figure too wide or too high becomes a figure of its own, numbered
 * and printed before the one that uses it. Premises that are still too wide together are put in
 * several rows.
 */
public final class ProofRules {
    private static final int MAX_WIDTH = 110;
    private static final int MAX_HEIGHT = 40;

    /** Steps without premises are two lines: a figure of their own would not be smaller. */
    private static final int LEAF_HEIGHT = 2;

    private static final String GAP = "   ";

    private final Outline outline;
    private final List<String> goals = new ArrayList<>();
    private final Map<Integer, Box> boxes = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    private int figures;

    private ProofRules(Outline outline, Labels labels) {
        this.outline = outline;
        for (Outline.Line line : outline.lines()) {
            goals.add(labels.goal(line.proof().goal()).replace('\n', ' '));
        }
    }

    /** A rectangle of text. The conclusion, its last line, starts and ends at these columns. */
    private record Box(List<String> lines, int width, int start, int end) {}

    /** The figures of an explanation: of the lemmas first, then of the proof. */
    public static String of(Explanation explanation, Style style) {
        Outline outline = Outline.of(explanation, style.depth());
        ProofRules rules = new ProofRules(outline, new Labels(style));
        for (int r = 1; r < outline.roots().size(); r++) {
            rules.figure("Lemma " + r + ":", r);
        }
        rules.figure("", 0);
        return rules.out.toString();
    }

    private void figure(String title, int root) {
        int start = outline.roots().get(root).index();
        boolean isLast = root + 1 == outline.roots().size();
        int end = isLast ? goals.size() : outline.roots().get(root + 1).index();
        for (int i = end - 1; i >= start; i--) {
            boxes.put(i, box(outline.lines().get(i)));
        }
        print(title, take(start));
    }

    private Box take(int index) {
        return Objects.requireNonNull(boxes.remove(index));
    }

    private void print(String title, Box box) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        if (!title.isEmpty()) {
            out.append(title).append("\n\n");
        }
        for (String line : box.lines) {
            out.append(line.stripTrailing()).append('\n');
        }
    }

    private Box box(Outline.Line line) {
        String name = Labels.step(line.proof().step());
        if (line.isFolded()) {
            name += ", " + Outline.hidden(line) + " more steps";
        }
        List<Box> parts = new ArrayList<>();
        for (Outline.Line premise : outline.premises(line)) {
            parts.add(take(premise.index()));
        }
        fit(parts, outline.premises(line));
        return conclude(rows(parts), goals.get(line.index()), name);
    }

    /** Makes figures of their own of the widest and highest parts, until the rest fits. */
    private void fit(List<Box> parts, List<Outline.Line> premises) {
        boolean[] isCut = new boolean[parts.size()];
        while (true) {
            int width = 0;
            int largest = -1;
            for (int i = 0; i < parts.size(); i++) {
                width += parts.get(i).width + GAP.length();
                if (!isCut[i]
                        && parts.get(i).lines.size() > LEAF_HEIGHT
                        && (largest < 0 || parts.get(i).width > parts.get(largest).width)) {
                    largest = i;
                }
            }
            int tall = tall(parts, isCut);
            int next = tall >= 0 ? tall : width > MAX_WIDTH ? largest : -1;
            if (next < 0) {
                return;
            }
            isCut[next] = true;
            figures++;
            print("(" + figures + ")", parts.get(next));
            String shown = goals.get(premises.get(next).index()) + " (" + figures + ")";
            parts.set(next, new Box(List.of(shown), shown.length(), 0, shown.length()));
        }
    }

    private static int tall(List<Box> parts, boolean[] isCut) {
        for (int i = 0; i < parts.size(); i++) {
            if (!isCut[i] && parts.get(i).lines.size() > MAX_HEIGHT) {
                return i;
            }
        }
        return -1;
    }

    /** Boxes in as many rows as they need. */
    private static Box rows(List<Box> parts) {
        List<Box> rows = new ArrayList<>();
        List<Box> row = new ArrayList<>();
        int width = 0;
        for (Box b : parts) {
            if (!row.isEmpty() && width + b.width > MAX_WIDTH) {
                rows.add(beside(row));
                row = new ArrayList<>();
                width = 0;
            }
            row.add(b);
            width += b.width + GAP.length();
        }
        rows.add(beside(row));
        return rows.size() == 1 ? rows.get(0) : stacked(rows);
    }

    private static Box stacked(List<Box> rows) {
        List<String> lines = new ArrayList<>();
        int width = 0;
        int end = 0;
        for (Box row : rows) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(row.lines);
            width = Math.max(width, row.width);
            end = Math.max(end, row.end);
        }
        return new Box(lines, width, 0, end);
    }

    /** Boxes beside one another, on one ground line. */
    private static Box beside(List<Box> parts) {
        int height = 0;
        int width = 0;
        for (Box b : parts) {
            height = Math.max(height, b.lines.size());
            width += b.width + GAP.length();
        }
        width = Math.max(0, width - GAP.length());
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder();
            int column = 0;
            for (Box b : parts) {
                int own = row - (height - b.lines.size());
                line.append(own < 0 ? "" : b.lines.get(own));
                column += b.width;
                pad(line, column);
                line.append(GAP);
                column += GAP.length();
            }
            lines.add(line.substring(0, width));
        }
        int last = parts.size() - 1;
        int start = parts.isEmpty() ? 0 : parts.get(0).start;
        int end = parts.isEmpty() ? 0 : width - parts.get(last).width + parts.get(last).end;
        return new Box(lines, width, start, end);
    }

    private static void pad(StringBuilder line, int width) {
        while (line.length() < width) {
            line.append(' ');
        }
    }

    /** Draws the line below the premises, as wide as they and the conclusion are. */
    private static Box conclude(Box above, String goal, String name) {
        int ruleWidth = Math.max(above.end - above.start, goal.length());
        int middle = (above.start + above.end) / 2;
        int ruleStart = Math.max(0, Math.min(above.start, middle - goal.length() / 2));
        int goalStart = ruleStart + (ruleWidth - goal.length()) / 2;
        int end = ruleStart + ruleWidth + 1 + name.length();
        int width = Math.max(above.width, end);
        List<String> lines = new ArrayList<>(above.lines);
        lines.add(" ".repeat(ruleStart) + "-".repeat(ruleWidth) + " " + name);
        lines.add(" ".repeat(goalStart) + goal);
        return new Box(lines, width, goalStart, goalStart + goal.length());
    }
}
