package dev.clew.rules.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.proofs.forms.Outline;
import dev.clew.rules.proofs.forms.ProofJson;
import dev.clew.rules.proofs.forms.Style;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Proofs of random programs are accepted; what was tampered with is refused. Whether a change has
 * made a step wrong is decided by {@link RandomProofs#isRight}, which puts constants into the text
 * of rules and compares texts: a change after which all steps are still right is no tampering.
 */
class TamperingTest {
    private static final long SEED = Long.getLong("clew.seed", 20261124L);
    private static final int TAMPERINGS = 1000;

    private static ProofChecker checker(RandomProgram program) {
        return ProofChecker.of(List.of(new Source(RandomProgram.FILE, program.text)));
    }

    @Test
    void acceptsEveryProofOfRandomPrograms() {
        int proofs = 0;
        for (int i = 0; i < 150; i++) {
            RandomProgram program = new RandomProgram(SEED + i);
            ProofChecker checker = checker(program);
            for (String atom : program.model.keySet()) {
                Explanation e = RandomProofs.of(program, atom);
                Verdict.Accepted right =
                        new Verdict.Accepted(Outline.of(e).lines().size(), List.of());
                assertThat(checker.check(e))
                        .as("seed %d, %s, program:%n%s", SEED + i, atom, program.text)
                        .isEqualTo(right);
                Explanation again = ProofJson.read(ProofJson.of(e, Style.plain()));
                assertThat(checker.check(again)).isEqualTo(right);
                proofs++;
            }
        }
        assertThat(proofs).isGreaterThan(1500);
    }

    @Test
    void refusesEachTamperedProofAtTheLineThatIsWrong() {
        Random random = new Random(SEED);
        Map<Tampering.Kind, Integer> counts = new EnumMap<>(Tampering.Kind.class);
        int done = 0;
        int exact = 0;
        for (long seed = SEED; done < TAMPERINGS; seed++) {
            RandomProgram program = new RandomProgram(seed);
            ProofChecker checker = checker(program);
            List<String> atoms = new ArrayList<>(program.model.keySet());
            for (int i = 0; i < 20 && done < TAMPERINGS; i++) {
                Tampering.Kind kind =
                        Tampering.Kind.values()[done % Tampering.Kind.values().length];
                Explanation e = RandomProofs.of(program, atoms.get(random.nextInt(atoms.size())));
                Tampering.Result t = new Tampering(random).tamper(e, kind);
                List<Integer> wrong = t == null ? List.of() : wrong(program, t.explanation());
                if (t == null || wrong.isEmpty()) {
                    continue;
                }
                Verdict verdict = checker.check(t.explanation());
                assertThat(verdict)
                        .as("seed %d, %s, line %d", seed, kind, t.line() + 1)
                        .isInstanceOf(Verdict.Refused.class);
                int line = ((Verdict.Refused) verdict).place().line() - 1;
                assertThat(suspects(t, wrong))
                        .as("seed %d, %s: %s%n%s", seed, kind, verdict, program.text)
                        .contains(line);
                exact += line == t.line() ? 1 : 0;
                counts.merge(kind, 1, Integer::sum);
                done++;
            }
        }
        System.out.println("Tamperings, seed " + SEED + ": " + counts + ", exact: " + exact);
        assertThat(exact).isGreaterThan(TAMPERINGS * 9 / 10);
    }

    /** The lines whose steps do not follow. */
    private static List<Integer> wrong(RandomProgram program, Explanation e) {
        List<Integer> wrong = new ArrayList<>();
        for (Outline.Line line : Outline.of(e).lines()) {
            if (!RandomProofs.isRight(program, e, line.proof(), line.lemma())) {
                wrong.add(line.index());
            }
        }
        return wrong;
    }

    /**
     * The lines that may be named: the one that was changed; else a step that does not follow now,
     * or one of the premises of such a step.
     */
    private static List<Integer> suspects(Tampering.Result t, List<Integer> wrong) {
        Outline outline = Outline.of(t.explanation());
        List<Integer> suspects = new ArrayList<>(wrong);
        suspects.add(t.line());
        for (int w : wrong) {
            for (Outline.Line premise : outline.premises(outline.lines().get(w))) {
                suspects.add(premise.index());
            }
        }
        return suspects;
    }
}
