package dev.clew.rules.proofs.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.checking.Proofs;
import dev.clew.rules.json.JsonError;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.Proof;
import dev.clew.rules.proofs.Step;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/** The forms of proofs; the golden files are written anew with {@code -Dclew.update=true}. */
class FormsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/proofs");

    /** A proof with every kind of step, and with names that mean something to the forms. */
    private static Explanation everything() {
        Proofs p = new Proofs("rules.pl");
        Proof lemma = p.clause("path(a, b)", 3, 1, p.clause("edge(a, b)", 1, 1));
        Proof lemma2 =
                p.clause(
                        "path(a, c)", 4, 2, p.lemma("path(a, b)", 0), p.clause("edge(b, c)", 2, 2));
        Proof added = new Proof(p.goal("seen(\"a \\\\ b\\n\")"), new Step.ByClause(null, 0, 7));
        Proof branches =
                p.branch(
                        "(big(X) -> p ; q('say \"hi\" <&> #1; {`x`}'))",
                        2,
                        p.failure("\\+ big(X)"),
                        p.conjunction(
                                "(q('Übung'), [H|T] = [X, Y])",
                                new Proof(p.goal("q('Übung')"), new Step.BySource("facts.csv:17")),
                                p.builtIn("[H|T] = [X, Y]")));
        Proof root =
                p.clause(
                        "answer(X, f(Y, 'A b', -1, 1.5, 123456789012345678901234567890))",
                        12,
                        1,
                        p.lemma("path(a, c)", 1),
                        p.builtIn("7 is 3 + 4"),
                        p.solutions("findall(Z, edge(a, Z), [b])"),
                        new Proof(p.goal("rich(X)"), new Step.ByAssumption()),
                        added,
                        branches);
        return new Explanation(root, List.of(lemma, lemma2));
    }

    private static void assertGolden(String name, String found) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("clew.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void writesEveryKindOfStep(Form form) throws IOException {
        assertGolden("everything." + form.word(), form.write(everything(), Style.plain()));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void foldsBelowADepth(Form form) throws IOException {
        assertGolden("folded." + form.word(), form.write(everything(), Style.plain().withDepth(1)));
    }

    @Test
    void jsonReadsBackAsTheSameProof() {
        String json = ProofJson.of(everything(), Style.plain());
        Explanation again = ProofJson.read(json);
        assertThat(ProofJson.of(again, Style.plain())).isEqualTo(json);
        assertThat(again.lemmas()).hasSize(2);
        assertThat(again.proof().step()).isEqualTo(everything().proof().step());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void deepProofsNeedNoJavaStack(Form form) {
        int depth = 100_000;
        Proof proof = new Proof(count(0), new Step.ByClause("n.pl", 1, 1));
        for (int i = 1; i <= depth; i++) {
            proof = new Proof(count(i), new Step.ByClause("n.pl", 2, 2), List.of(proof));
        }
        String text = form.write(new Explanation(proof, List.of()), Style.plain());
        assertThat(text).contains("n(" + depth + ")").contains("n(0)");
        if (form == Form.JSON) {
            Proof p = ProofJson.read(text).proof();
            int steps = 1;
            while (!p.premises().isEmpty()) {
                p = p.premises().get(0);
                steps++;
            }
            assertThat(steps).isEqualTo(depth + 1);
        }
    }

    private static Term count(int i) {
        return Struct.of("n", Int.of(i));
    }

    @Test
    void wideProofsAreCutIntoFigures() throws IOException {
        Proofs p = new Proofs("wide.pl");
        Proof[] leaves = new Proof[9];
        for (int i = 0; i < leaves.length; i++) {
            String leaf = "a_rather_long_name(of(number), " + i + ")";
            leaves[i] = p.clause("because(" + leaf + ")", 20 + i, 1, p.clause(leaf, i + 1, i + 1));
        }
        Explanation e = Proofs.explanation(p.clause("all_of_them", 10, 1, leaves));
        String text = ProofRules.of(e, Style.plain());
        assertThat(text.lines().allMatch(l -> l.length() < 150)).isTrue();
        assertGolden("wide.rules", text);
    }

    @Test
    void saysWhatIsWrongWithJson() {
        assertThatThrownBy(() -> ProofJson.read("{\"version\":1,\"type\":\"answer\"}"))
                .isInstanceOf(JsonError.class)
                .hasMessageContaining("`type` must be \"proof\"");
        assertThatThrownBy(() -> ProofJson.read("{\"version\":2,\"type\":\"proof\"}"))
                .hasMessageContaining("The version (2)");
        String json = ProofJson.of(everything(), Style.plain());
        assertThatThrownBy(() -> ProofJson.read(json.replace("\"premises\":[2", "\"premises\":[1")))
                .hasMessageContaining("step (1)");
        assertThatThrownBy(() -> ProofJson.read(json.replace("\"by\":\"branch\"", "\"by\":\"x\"")))
                .hasMessageContaining("(x)");
        assertThatThrownBy(() -> ProofJson.read(json.substring(0, 500)))
                .hasMessageContaining("Line 1, column 501");
    }

    // ---- DOT and Mermaid, by their grammars ----

    @Test
    void dotIsAccordingToItsGrammar() {
        assertDot(ProofDot.of(everything(), Style.plain()));
    }

    /** The statements of the DOT language that are used, with quoted strings as it has them. */
    private static void assertDot(String dot) {
        String quoted = "\"(?:[^\"\\\\]|\\\\.)*\"";
        String attribute = "\\w+=(?:\\w+|" + quoted + ")";
        String attributes = " \\[" + attribute + "(?:, " + attribute + ")*\\]";
        List<String> lines = dot.lines().toList();
        assertThat(lines.get(0)).isEqualTo("digraph proof {");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("}");
        for (String line : lines.subList(1, lines.size() - 1)) {
            assertThat(line).matches("    (?:\\w+=\\w+|\\w+(?: -> \\w+)?(?:" + attributes + ")?);");
        }
    }

    @Test
    void graphvizReadsDot() throws IOException, InterruptedException {
        Process dot;
        try {
            dot = new ProcessBuilder("dot", "-Tplain").redirectErrorStream(true).start();
        } catch (IOException e) {
            return; // not installed
        }
        try (var in = dot.getOutputStream()) {
            in.write(ProofDot.of(everything(), Style.plain()).getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(dot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(dot.waitFor()).as(out).isZero();
    }

    @Test
    void mermaidLabelsHoldNothingThatMermaidReads() {
        String text = ProofMermaid.of(everything(), Style.plain());
        for (String line : text.lines().skip(1).toList()) {
            assertThat(line)
                    .matches(
                            "    s\\d+(?: (?:-->|-\\.->) s\\d+"
                                    + "|\\[\"(?:[^\"<>&`{}#;]|#\\d+;|<br/>)*\"\\])");
        }
    }

    @Test
    void anOutlineHasEachStepBeforeItsPremises() {
        Outline outline = Outline.of(everything());
        ArrayDeque<Integer> seen = new ArrayDeque<>();
        for (Outline.Line line : outline.lines()) {
            assertThat(line.parent()).isLessThan(line.index());
            seen.add(line.index());
        }
        assertThat(seen).hasSize(16);
        assertThat(outline.path(outline.lines().get(9))).containsExactly(6, 2, 1);
    }
}
