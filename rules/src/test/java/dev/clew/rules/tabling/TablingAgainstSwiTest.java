package dev.clew.rules.tabling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.Budget;
import dev.clew.rules.Engine;
import dev.clew.rules.RuleException;
import dev.clew.rules.StoppedException;
import dev.clew.rules.conformity.Peer;
import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Struct;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random tabled programs, evaluated by Clew and by SWI-Prolog: the answers must be the same. */
class TablingAgainstSwiTest {
    private static final long SEED = Long.getLong("clew.seed", 20_267);
    private static final int PROGRAMS = Integer.getInteger("clew.programs", 250);

    private static final String START =
            """
            :- style_check(-singleton).
            :- style_check(-discontiguous).
            :- set_prolog_flag(double_quotes, string).
            show(N, Goal) :-
                catch(answers(Goal, L), error(E, _), L = E),
                write('@'), write(N), write(' '), writeq(L), nl.
            answers(Goal, L) :-
                findall(C-Goal, truth(Goal, C), All), named(All, Named), sort(Named, L).
            named([], []).
            named([X|Xs], [X|Ys]) :- numbervars(X, 0, _), named(Xs, Ys).
            truth(Goal, Truth) :- call_delays(Goal, C), ( C == true -> Truth = true ; Truth = open ).
            """;

    @TempDir Path folder = Path.of("");

    @Test
    void recursionAndModesGiveTheSameAnswers() throws Exception {
        Peer.assumeInstalled("swipl");
        System.out.println("Tabled programs against swipl: -Dclew.seed=" + SEED);
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder(START);
        List<String> goals = new ArrayList<>();
        for (int n = 0; n < PROGRAMS; n++) {
            TabledProgram program = new TabledProgram(random, "g" + n);
            if (isSmall(program)) {
                text.append(program.text());
                goals.addAll(program.goals());
            }
        }
        assertThat(goals.size()).isGreaterThan(PROGRAMS * 4);
        compare(text, goals);
    }

    @Test
    void negationGivesTheSameTruthValues() throws Exception {
        Peer.assumeInstalled("swipl");
        System.out.println("Negation against swipl: -Dclew.seed=" + SEED);
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder(START);
        List<String> goals = new ArrayList<>();
        for (int n = 0; n < PROGRAMS; n++) {
            NormalProgram program = new NormalProgram(random, "g" + n);
            text.append(program.text(true));
            program.tabled()
                    .forEach((name, arity) -> {
                        goals.add(arity == 0 ? name : arity == 1 ? name + "(X)" : name + "(X, Y)");
                    });
        }
        compare(text, goals);
    }

    private static boolean isSmall(TabledProgram program) {
        Engine engine = Engine.create();
        engine.loadText(program.text());
        Budget budget = Budget.unlimited().withInferences(100_000);
        for (String goal : program.goals()) {
            try {
                engine.ask(goal).within(budget).all();
            } catch (StoppedException | RuleException e) {
                return false;
            }
        }
        return true;
    }

    private void compare(StringBuilder text, List<String> goals) throws Exception {
        for (int n = 0; n < goals.size(); n++) {
            text.append(":- initialization(show(" + n + ", " + goals.get(n) + ")).\n");
        }
        text.append(":- initialization(halt).\n");
        Path file = Files.writeString(folder.resolve("program.pl"), text);
        Map<Integer, String> theirs = answers(Peer.output("swipl", file));
        Map<Integer, String> ours = answers(output(file));
        assertThat(ours).hasSameSizeAs(goals);
        List<String> differences = new ArrayList<>();
        for (int n = 0; n < goals.size(); n++) {
            if (!ours.get(n).equals(theirs.get(n))) {
                differences.add(
                        goals.get(n) + "\n  " + ours.get(n) + "\n  " + theirs.get(n) + "\n");
            }
        }
        if (!differences.isEmpty()) {
            Path kept = Files.createTempFile("differing", ".pl");
            Files.writeString(kept, text);
            System.out.println("The program is " + kept);
        }
        assertThat(differences).as("seed " + SEED).isEmpty();
    }

    private static Map<Integer, String> answers(String output) {
        Map<Integer, String> answers = new TreeMap<>();
        for (String line : output.split("\n")) {
            if (line.startsWith("@")) {
                int space = line.indexOf(' ');
                answers.put(Integer.parseInt(line.substring(1, space)), line.substring(space + 1));
            }
        }
        return answers;
    }

    private static String output(Path program) {
        PrologStream output = PrologStream.memory();
        Database db =
                new Database(StreamTable.of(PrologStream.input(""), output, PrologStream.memory()));
        db.streams().surroundings().directory(program.getParent().toString());
        try {
            Machine m = new Machine(db);
            m.solve(Struct.of("consult", Atom.of(program.toString())), db.user());
        } catch (Interruption halt) {
            assertThat(halt.reason()).isEqualTo(Interruption.Reason.HALT);
        }
        return output.text();
    }
}
