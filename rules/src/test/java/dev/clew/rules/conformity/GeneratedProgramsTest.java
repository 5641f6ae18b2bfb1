package dev.clew.rules.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.machine.Database;
import dev.clew.rules.machine.Interruption;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Struct;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Random goals and programs, evaluated by Clew and by another system: the answers must be the same.
 */
class GeneratedProgramsTest {
    /**
     * Writes the answers of each goal in a plain notation that no system writes in a way of its
     * own.
     */
    private static final String RUNNER =
            """
            :- dynamic(count/1).
            variables(_, _, _, _).
            run :- open('goals.txt', read, S), repeat, one(S), !, close(S).
            one(S) :- catch(read(S, Term), _, Term = unreadable), ask(Term).
            ask(end_of_file).
            ask(goal(N, Vars, Goal)) :- report(N, Vars, Goal), fail.
            report(N, Vars, Goal) :-
                nl, write('@'), write(N), write(' '),
                catch(answers(Vars, Goal), Ball, ball(Ball)), !.
            answers(Vars, Goal) :-
                retractall(count(_)), assertz(count(0)),
                call(Goal),
                show(Vars), write(' ; '),
                retract(count(K)), K1 is K + 1, assertz(count(K1)),
                K1 >= 12, !.
            answers(_, _) :- write(no).
            ball(error(Formal, _)) :- !, write('error '), show(Formal).
            ball(Ball) :- write('ball '), show(Ball).
            show(T) :- \\+ \\+ ( term_variables(T, Vs), name_vars(Vs, 0), show1(T) ).
            name_vars([], _).
            name_vars(['$v'(N)|Vs], N) :- N1 is N + 1, name_vars(Vs, N1).
            show1(T) :- atomic(T), !, writeq(T).
            show1([H|T]) :- !, write('l('), show1(H), write(','), show1(T), write(')').
            show1(T) :- functor(T, F, A), writeq(F), write('('), show_args(1, A, T), write(')').
            show_args(I, A, _) :- I > A, !.
            show_args(I, A, T) :- arg(I, T, X), show1(X), write(','), I1 is I + 1, show_args(I1, A, T).
            :- initialization((run, halt)).
            """;

    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"swipl", "gprolog"})
    void givesTheSameAnswersAsOtherSystems(String system) throws Exception {
        Peer.assumeInstalled(system);
        long seed = Long.getLong("clew.seed", 20_264);
        System.out.println("Generated programs against " + system + ": -Dclew.seed=" + seed);
        Generator generator = new Generator(seed);
        StringBuilder program = start(system);
        Map<Integer, String> goals = new TreeMap<>();
        for (int n = 0; n < 400; n++) {
            program.append(generator.clauses(n));
            goals.put(n, generator.query(n));
        }
        for (int n = 400; n < 2400; n++) {
            goals.put(n, generator.goal());
        }
        StringBuilder text = new StringBuilder();
        goals.forEach((n, goal) -> text.append("goal(" + n + ", " + goal + ").\n"));
        Path file = write(program, text);
        Map<Integer, String> theirs = answers(Peer.output(system, file));
        Map<Integer, String> ours = answers(output(file));
        assertThat(ours).hasSameSizeAs(goals);
        List<String> differences = new ArrayList<>();
        goals.forEach((n, goal) -> {
            if (!isSame(goal, ours.get(n), theirs.get(n))) {
                differences.add(
                        n + ": " + goal + "\n  " + ours.get(n) + "\n  " + theirs.get(n) + "\n");
            }
        });
        if (!differences.isEmpty()) {
            Path kept = Files.createTempFile("differing", ".pl");
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            System.out.println("The program is " + kept);
        }
        assertThat(differences).as("seed " + seed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"swipl", "gprolog"})
    void writesWhatOtherSystemsRead(String system) throws Exception {
        Peer.assumeInstalled(system);
        long seed = Long.getLong("clew.seed", 20_264);
        System.out.println("Written terms read by " + system + ": -Dclew.seed=" + seed);
        Generator generator = new Generator(seed);
        Machine m = new Machine(Texts.quietDatabase());
        StringBuilder goals = new StringBuilder();
        List<String> terms = new ArrayList<>();
        for (int n = 0; n < 1500; n++) {
            String canonical = generator.operatorTerm(4, system.equals("gprolog"));
            String written = Texts.write(m, Texts.read(m, canonical));
            terms.add(canonical + " as " + written);
            goals.append("goal(" + n + ", same, '=='((" + canonical + "), (" + written + "))).\n");
        }
        Path file = write(start(system), goals);
        Map<Integer, String> answers = answers(Peer.output(system, file));
        List<String> different = new ArrayList<>();
        for (int n = 0; n < terms.size(); n++) {
            if (!"same ; no".equals(answers.get(n))) {
                different.add(terms.get(n) + ": " + answers.get(n));
            }
        }
        assertThat(different).as("seed " + seed).isEmpty();
    }

    /**
     * Where an expression has two faults, either may be reported: the order of evaluation is free.
     */
    private static boolean isSame(String goal, String ours, String theirs) {
        return Objects.equals(ours, theirs)
                || goal.matches("(X, X is|yes, ).*")
                        && ours.startsWith("error ")
                        && theirs.startsWith("error ");
    }

    private Path write(StringBuilder program, StringBuilder goals) throws IOException {
        Files.writeString(folder.resolve("goals.txt"), goals);
        return Files.writeString(folder.resolve("program.pl"), program.append(RUNNER));
    }

    private static StringBuilder start(String system) {
        return new StringBuilder(
                system.equals("swipl")
                        ? ":- style_check(-singleton).\n:- style_check(-discontiguous).\n"
                        : "");
    }

    private static Map<Integer, String> answers(String output) {
        Map<Integer, String> answers = new TreeMap<>();
        for (String line : output.split("\n")) {
            if (line.startsWith("@") && line.indexOf(' ') > 0) {
                int space = line.indexOf(' ');
                answers.put(
                        Integer.parseInt(line.substring(1, space)),
                        line.substring(space + 1).strip());
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
            m.solve(Struct.of("style_check", Struct.of("-", Atom.of("singleton"))), db.user());
            m.close();
            m.solve(Struct.of("consult", Atom.of(program.toString())), db.user());
        } catch (Interruption halt) {
            assertThat(halt.reason()).isEqualTo(Interruption.Reason.HALT);
        }
        return output.text();
    }
}
