package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.StoppedException.Reason;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Rules that mean harm. Whatever they do, the engine must answer afterwards. */
class SandboxTest {
    private static final Budget SMALL =
            Sandbox.strict()
                    .budget()
                    .withTime(Duration.ofMillis(400))
                    .withBytes(128L << 20)
                    .withDepth(200_000);

    /** For programs that must be stopped, soon. */
    private final Engine engine =
            Engine.builder().sandbox(Sandbox.strict().withBudget(SMALL)).build();

    /** For programs that end by themselves. */
    private final Engine calm = Engine.builder().sandbox(Sandbox.strict()).build();

    @AfterEach
    void theEngineIsStillUsable() {
        Answers answers = engine.ask("atom_length(abc, N), append(_X, [b], [a, b])");
        assertThat(answers.within(Duration.ofSeconds(30)).as(N.class)).containsExactly(new N(3));
    }

    record N(int n) {}

    /** Loads rules and runs a goal; returns why it was stopped, or null if it ended by itself. */
    private @Nullable Reason stop(String rules, String goal) {
        long start = System.nanoTime();
        try {
            engine.loadText(rules);
            engine.ask(goal).exists();
            return null;
        } catch (StoppedException e) {
            return e.reason();
        } catch (RuleException e) {
            assertThat(e).hasMessageContaining("resources");
            return null;
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    // ---- Running for ever ----

    @Test
    void stopsLoops() {
        assertThat(stop("loop :- loop.", "loop")).isEqualTo(Reason.TIME);
        assertThat(stop("", "repeat, fail")).isEqualTo(Reason.TIME);
        assertThat(stop("", "between(1, inf, _), fail")).isEqualTo(Reason.TIME);
        assertThat(stop("", "sleep(1000)")).isEqualTo(Reason.TIME);
    }

    @Test
    void stopsLoopsThatCatchEverything() {
        String rules =
                """
                stubborn :- catch(spin, _, true), stubborn.
                spin :- spin.
                careful :- setup_call_cleanup(true, spin, spin).
                nested(0) :- spin.
                nested(N) :- M is N - 1, setup_call_cleanup(true, nested(M), spin).
                throwing :- catch(setup_call_cleanup(true, spin, throw(out)), _, true), throwing.
                inner :- catch(findall(X, (spin, X = 1), _), _, true), inner.
                hidden :- catch(forall(spin, true), _, true), hidden.
                ignoring :- ignore(\\+ spin), ignoring.
                """;
        engine.loadText(rules);
        for (String goal :
                new String[] {
                    "stubborn", "careful", "nested(100)", "throwing", "inner", "hidden", "ignoring"
                }) {
            assertThat(stop("", goal)).as(goal).isEqualTo(Reason.TIME);
        }
    }

    @Test
    void stopsLoopsWhileLoading() {
        assertThat(stop("spin :- spin. :- spin.", "true")).isEqualTo(Reason.TIME);
        assertThat(stop(":- initialization(spin).", "true")).isEqualTo(Reason.TIME);
        assertThat(stop("term_expansion(x, _) :- spin. x.", "true")).isEqualTo(Reason.TIME);
    }

    @Test
    void stopsLoopsInHooks() {
        engine.loadText(
                ":- multifile prolog:message//1. prolog:message(_) --> { spin }. spin :- spin.");
        assertThatThrownBy(() -> engine.ask("atom_length(_, _)").exists())
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("instantiation_error");
        Engine other = Engine.builder().sandbox(Sandbox.strict().withBudget(SMALL)).build();
        other.loadText(
                "spin :- spin. :- multifile foo:attr_unify_hook/2. foo:attr_unify_hook(_, _) :-"
                        + " spin. foo:attribute_goals(_) --> { spin }.");
        assertThatThrownBy(() -> other.ask("put_attr(X, foo, 1), X = 1").exists())
                .isInstanceOf(StoppedException.class);
        assertThatThrownBy(() -> other.ask("put_attr(X, foo, 1)").first())
                .isInstanceOf(StoppedException.class);
    }

    @Test
    void stopsCleanupThatIsRunByClosing() {
        engine.loadText("spin :- spin.");
        Answers answers = engine.ask("setup_call_cleanup(true, member(_, [1, 2]), spin)");
        assertThat(answers.hasNext()).isTrue();
        assertThatThrownBy(answers::close).isInstanceOf(StoppedException.class);
    }

    // ---- Using too much ----

    @Test
    void stopsDeepRecursion() {
        assertThat(stop("deep :- deep, true.", "deep")).isEqualTo(Reason.DEPTH);
        assertThat(
                        stop(
                                "len([], 0). len([_|T], N) :- len(T, M), N is M + 1. inf(L) :- L ="
                                        + " [x|L].",
                                "inf(L), len(L, N)"))
                .isEqualTo(Reason.DEPTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findall(X, (repeat, X = f(1,2,3,4)), _)",
                "repeat, assertz(fact(some, more, words)), fail",
                "grow(a)",
                "double(abcdefgh)",
                "doubles(\"abcdefgh\")",
                "lists([])",
                "length(L, 1000000000), L = [_|_]",
                "length(L, L0), L0 > 1000000000000",
                "numlist(1, 1000000000, _)",
                "functor(_, f, 1000000000)",
                "X is 7 ^ 7 ^ 7 ^ 7, Y is X + 1",
                "X is 1 << 100000000000, Y is X + 1",
                "square(3)",
                "format(atom(_), \"~*c\", [2000000000, 0'x])",
                "format(atom(_), \"~t~w~2000000000|\", [x])",
                "atom_length(a, _), findall(A, (between(1, inf, N), atomic_list_concat([k, N], A)),"
                        + " _)",
                "between(1, inf, N), atomic_list_concat([k, N], A), nb_setval(A, N), fail",
                "between(1, inf, N), atomic_list_concat([flag, N], A), create_prolog_flag(A, N,"
                        + " []), fail",
                "between(1, inf, N), atomic_list_concat([op, N], A), op(700, xfx, A), fail",
                "between(1, inf, N), atomic_list_concat([m, N], A), assertz(A:x), fail",
                "nb_setval(acc, []), between(1, inf, N), nb_getval(acc, L), nb_setval(acc, [N|L]),"
                        + " fail",
                "nested(x)",
                "bagof(X, (repeat, X = y), _)",
                "string_bomb"
            })
    void survivesBombs(String goal) {
        stop(
                """
                grow(X) :- grow(f(X, X, [X])).
                double(A) :- atom_concat(A, A, B), double(B).
                doubles(A) :- string_concat(A, A, B), doubles(B).
                lists(L) :- length(M, 100000), lists([M|L]).
                square(X) :- Y is X * X, square(Y).
                nested(X) :- copy_term(X, Y), nested(g(X, Y)).
                string_bomb :- numlist(1, 300000, L), go(L).
                go(L) :- append(L, L, M), atomic_list_concat(M, A), atom_length(A, N), N > 0, go(M).
                """,
                goal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grow(x, T), T == T",
                "grow(x, T), copy_term(T, U), T = U",
                "grow(x, T), assertz(kept(T)), kept(U), U = T",
                "grow(x, T), term_to_atom(T, A), atom_length(A, _)",
                "grow(x, T), catch(throw(T), E, true), E = T",
                "grow(x, T), term_variables(T, _), ground(T), T @< g(T)",
                "grow(x, T), findall(T, true, [U]), U == T",
                "grow(x, T), throw(T)",
                "grow(x, T), atom_length(T, _)",
                "grow(x, T), call(T)",
                "X = f(X), X = f(f(X)), atom_length(X, _)",
                "X = [a|X], length(X, _)",
                "X = f(X), assertz(X)",
                "X = f(X), throw(X)",
                "X = f(X, _), copy_term(X, Y), X = Y"
            })
    void survivesDeepAndCyclicTerms(String goal) {
        engine.loadText(
                "grow(X, T) :- grow(300000, X, T). grow(0, T, T) :- !. grow(N, X, T) :- M is N - 1,"
                        + " grow(M, s(X), T).");
        try {
            engine.ask(goal).first().ifPresent(a -> assertThat(a.toString()).isNotEmpty());
        } catch (RuleException | StoppedException e) {
            assertThat(e.getMessage()).hasSizeLessThan(10_000);
        }
    }

    // ---- Single steps that take long ----

    /** Whatever takes hours in one step ends soon after its time, by the limit or an error. */
    private void endsSoon(String rules, String goal) {
        engine.loadText(rules);
        long start = System.nanoTime();
        try {
            engine.ask(goal).exists();
            throw new AssertionError(goal + " came to an end");
        } catch (StoppedException e) {
            assertThat(e.reason()).as(goal).isIn(Reason.TIME, Reason.MEMORY);
        } catch (RuleException e) {
            assertThat(e).as(goal).hasMessageContaining("resources");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as(goal)
                .isLessThan(Duration.ofSeconds(8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X is 7 ** (7 ** 9)",
                "X is 7 ** 11000000, Y is 3 ** 12000000, Z is X * Y * X * Y * X",
                "X is ((1 << 200000000) // 3) // ((1 << 90000000) // 7)",
                "X is gcd((1 << 100000000) - 1, (1 << 90000000) - 3)",
                "X is (1 << 200000000) - 1, number_codes(X, _)",
                "X is (1 << 200000000) - 1, format(\"~D\", [X])",
                "X is (1 << 200000000) - 1, write(X)",
                "X is (1 << 200000000) - 1, nth_integer_root_and_remainder(3, X, _, _)",
                "length(L, 50000000), maplist(=(0'7), L), number_codes(X, L)",
                "tab(1000000000000)",
                "functor(T, f, 20000000), copy_term(T, U), copy_term(U, T)"
            })
    void stopsLongSteps(String goal) {
        endsSoon("", goal);
    }

    @Test
    void findsPartsOfLongTextsInLinearTime() {
        calm.loadText("as(N, A) :- length(L, N), maplist(=(0'a), L), atom_codes(A, L).");
        String texts = "as(1000000, A), as(500000, P0), atom_concat(P0, b, P), ";
        assertThat(calm.ask(texts + "sub_atom(A, _, _, _, P)").exists()).isFalse();
        assertThat(calm.ask(texts + "atomic_list_concat([_, _|_], P, A)").exists()).isFalse();
        assertThat(
                        calm.ask(texts + "atom_concat(A, P, B), sub_atom(B, N, _, 0, P), N > 0")
                                .exists())
                .isTrue();
        Answer all =
                calm.ask(texts + "atomic_list_concat([A, x], P, B), sub_atom(B, N, _, E, P)")
                        .first()
                        .orElseThrow();
        assertThat(all.integer("N")).isEqualTo(1_000_000);
        assertThat(all.integer("E")).isEqualTo(1);
    }

    @Test
    void limitsTheTimeOfAllMessagesOfALoad() {
        String hook =
                ":- multifile prolog:message//1. prolog:message(_) --> { spin }. spin :- spin.\n";
        String mistakes = ":- atom_length(_, _).\n".repeat(20);
        long start = System.nanoTime();
        assertThatThrownBy(() -> calm.loadText(hook + mistakes)).isInstanceOf(LoadException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
    }

    private static final String SHARING =
            """
            shared(0, X, X) :- !.
            shared(N, X, f(Y, Y)) :- M is N - 1, shared(M, X, Y).
            sum(0, 1) :- !.
            sum(N, X + X) :- M is N - 1, sum(M, X).
            goals(0, true) :- !.
            goals(N, (X, X)) :- M is N - 1, goals(M, X).
            choices(0, fail) :- !.
            choices(N, (X ; X)) :- M is N - 1, choices(M, X).
            many(0, []) :- !.
            many(N, [T|L]) :- shared(60, a, T), M is N - 1, many(M, L).
            """;

    /** Terms of 60 compounds that would have 2^60 if each part were there by itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared(60, a, T), term_to_atom(T, _)",
                "shared(60, a, T), print(T)",
                "shared(60, a, T), with_output_to(string(_), write(T))",
                "shared(60, a, T), print_message(error, format(\"~w\", [T]))",
                "shared(60, a, T), assertz(kept(T)), kept(_)",
                "many(1000, L), msort(L, _)",
                "sum(60, T), _ is T",
                "sum(200, T), _ is T",
                "goals(60, T), call(T)",
                "goals(60, T), assertz((p :- T)), p",
                "choices(60, T), \\+ T, fail",
            })
    void stopsWorkOnEndlessTerms(String goal) {
        endsSoon(SHARING, goal);
    }

    /** Clauses and tables share nothing with their users, so they cannot keep such a term. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared(60, a, T), assertz(kept(T))",
                "shared(60, a, T), assertz((kept(T) :- true))",
                "shared(60, a, T), tabled(T)",
                "made(_)"
            })
    void refusesToKeepEndlessTerms(String goal) {
        calm.loadText(SHARING);
        calm.loadText(":- table tabled/1, made/1. tabled(_). made(T) :- shared(60, a, T).");
        assertThatThrownBy(() -> calm.ask(goal).exists())
                .isInstanceOfSatisfying(
                        RuleException.class,
                        e -> assertThat(e.term().toString()).contains("resource_error(memory)"));
        assertThatThrownBy(() -> calm.ask("X = f(X), tabled(X)").exists())
                .isInstanceOfSatisfying(
                        RuleException.class,
                        e -> assertThat(e.term().toString()).contains("representation_error"));
    }

    /** A tabled goal has no more time than any other, and leaves no half-made table. */
    @Test
    void stopsTabledLoops() {
        String rules =
                """
                :- table nat/1, deeper/1, busy/0.
                nat(0).
                nat(X) :- nat(Y), X is Y + 1.
                deeper(X) :- deeper(s(X)).
                busy :- spin.
                spin :- spin.
                """;
        engine.loadText(rules);
        for (String goal : new String[] {"nat(-1)", "deeper(0)", "busy", "catch(busy, _, true)"}) {
            for (int i = 0; i < 2; i++) {
                assertThat(stop("", goal)).as(goal).isIn(Reason.TIME, Reason.MEMORY);
            }
        }
    }

    @Test
    void comparesAndUnifiesEndlessTerms() {
        calm.loadText(SHARING);
        String pair = "shared(60, a, T), shared(60, a, U), ";
        assertThat(calm.ask(pair + "T == U").exists()).isTrue();
        assertThat(calm.ask(pair + "T @< U").exists()).isFalse();
        assertThat(calm.ask(pair + "T = U").exists()).isTrue();
        assertThat(calm.ask(pair + "T =@= U, ground(T), unify_with_occurs_check(T, U)").exists())
                .isTrue();
        assertThat(calm.ask("shared(60, a, T), shared(60, b, U), T == U").exists()).isFalse();
    }

    @Test
    void cutsTheTextOfEndlessAnswersAndErrors() {
        calm.loadText(SHARING);
        Answer answer = calm.ask("shared(60, a, T)").first().orElseThrow();
        assertThat(answer.toString()).startsWith("T = f(f(f(").endsWith("...");
        assertThat(answer.toString().length()).isLessThan(2_000_000);
        assertThat(answer.get("T").toString().length()).isLessThan(10_000);
        Answer number = calm.ask("X is (1 << 200000000) - 1").first().orElseThrow();
        assertThat(number.toString().length()).isLessThan(2_000_000);
        for (String goal : new String[] {"throw(T)", "atom_length(T, _)", "T is T"}) {
            assertThatThrownBy(() -> calm.ask("shared(60, a, T), " + goal).exists())
                    .isInstanceOfSatisfying(
                            RuleException.class,
                            e -> assertThat(e.getMessage()).hasSizeLessThan(100_000));
        }
    }

    /** Each changes what it can reach; a second engine, and the host, see nothing of it. */
    @Test
    void keepsTheMischiefOfOneEngineFromOthers() {
        String[] goals = {
            "assertz(system:mischief(1))",
            "assertz((user:portray(_) :- write(mischief)))",
            "assertz((user:message_hook(_, _, _) :- true))",
            "catch(redefine_system_predicate(append(_, _, _)), _, true), abolish(append/3)",
            "assertz((lists:append(_, _, mischief)))",
            "op(0, xfx, =), op(700, xfx, system:(===>)), op(200, xfy, user:is)",
            "set_prolog_flag(unknown, fail), set_prolog_flag(double_quotes, atom)",
            "set_prolog_flag(occurs_check, true), set_prolog_flag(iso, true)",
            "char_conversion(a, b), set_prolog_flag(char_conversion, on)",
            "nb_setval(mischief, 1), set_random(seed(1)), gensym(mischief, _)",
            "close(user_output), close(user_error), set_output(user_error)"
        };
        for (String goal : goals) {
            try {
                calm.ask(goal).exists();
            } catch (RuleException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
        Engine other = Engine.builder().sandbox(Sandbox.strict()).build();
        assertThat(other.ask("append([a], [b], L)").first().orElseThrow().toString())
                .isEqualTo("L = [a, b]");
        assertThat(other.ask("X = f(X0), X0 = \"s\", Y is 2 * 3 + 4 / 2").first().orElseThrow())
                .hasToString("X = f(\"s\"), X0 = \"s\", Y = 8");
        assertThatThrownBy(() -> other.ask("mischief(_)").exists())
                .isInstanceOf(RuleException.class);
        assertThat(other.ask("current_op(P, T, ===>)").exists()).isFalse();
        assertThat(other.ask("nb_current(mischief, _)").exists()).isFalse();
        assertThat(other.ask("with_output_to(string(S), print(a))").first().orElseThrow())
                .hasToString("S = \"a\"");
    }

    // ---- Reaching outside ----

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open(:file, read, _)",
                "open(:file, write, _)",
                "open(:file, append, _, [])",
                "open(pipe(ls), read, _)",
                "see(:file)",
                "tell(:file)",
                "append(:file)",
                "consult(:file)",
                "[:file]",
                "ensure_loaded(:file)",
                "use_module(:file)",
                "use_module(:file, [])",
                "load_files(:file, [])",
                "reexport(:file)",
                "exists_file(:file)",
                "exists_directory(:dir)",
                "delete_file(:file)",
                "rename_file(:file, :other)",
                "copy_file(:file, :other)",
                "size_file(:file, _)",
                "time_file(:file, _)",
                "access_file(:file, read)",
                "access_file(:file, none)",
                "same_file(:file, :other)",
                "make_directory(:other)",
                "make_directory_path(:other)",
                "delete_directory(:dir)",
                "directory_files(:dir, _)",
                "working_directory(_, :dir)",
                "working_directory(D, D)",
                "chdir(:dir)",
                "absolute_file_name(foo, _)",
                "absolute_file_name(foo, _, [access(read)])",
                "expand_file_name('*', _)",
                "tmp_file(x, _)",
                "tmp_file_stream(text, _, _)",
                "getenv('HOME', _)",
                "setenv(a, b)",
                "unsetenv('HOME')",
                "shell(ls)",
                "shell(ls, _)",
                "read_file_to_string(:file, _, [])",
                "read_file_to_terms(:file, _, [])",
                "read_file_to_codes(:file, _, [])",
                "read_term_from_file(:file)",
                "csv_read_file(:file, _)",
                "phrase_from_file(x, :file)",
                "relative_file_name(_, :file, x)",
                "system:open(:file, read, _)",
                "G =.. [open, :file, read, _], call(G)",
                "maplist(open(:file, read), [_])",
                "assertz((system:sneak(F) :- open(F, read, _))), system:sneak(:file)",
                "@(consult(:file), system)",
                "catch(open(:file, read, _), _, consult(:file))",
                "setup_call_cleanup(true, true, open(:file, read, _)), open(:file, read, _)",
                "freeze(X, open(:file, read, _)), X = 1",
                "when(nonvar(X), open(:file, read, _)), X = 1",
                "findall(S, open(:file, read, S), _)",
                "format(\"~@\", [open(:file, read, _)])",
                "csv_write_file(:other, [row(1)])",
                "load_files(:file, [stream(user_input)])"
            })
    void deniesTheWorldOutside(String goal, @TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("secret.pl"), "secret(1).\n");
        Map<String, Object> params = new java.util.HashMap<>();
        for (String name : new String[] {"file", "dir", "other"}) {
            if (goal.contains(":" + name)) {
                params.put(
                        name,
                        name.equals("file")
                                ? file.toString()
                                : name.equals("dir")
                                        ? dir.toString()
                                        : dir.resolve("new").toString());
            }
        }
        Object[] values = params.isEmpty() ? new Object[0] : new Object[] {params};
        assertThatThrownBy(() -> calm.ask(goal, values).exists())
                .as(goal)
                .isInstanceOfSatisfying(
                        RuleException.class,
                        e ->
                                assertThat(e.term().toString())
                                        .containsAnyOf(
                                                "permission_error", "existence_error(procedure"));
        assertThat(dir.resolve("new")).doesNotExist();
        assertThat(Files.readString(file)).isEqualTo("secret(1).\n");
    }

    @Test
    void deniesFilesToDirectives(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("secret.pl"), "secret(1).\n");
        assertThatThrownBy(() -> calm.loadText(":- include('" + file + "')."))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("No permission");
        assertThatThrownBy(() -> calm.ask("secret(_)").exists()).isInstanceOf(RuleException.class);
    }

    @Test
    void deniesFactsFromOutside(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("secret.csv"), "id\n1\n");
        for (String source : new String[] {"csv", "jsonl"}) {
            String rules = ":- source(secret(Id), " + source + "('" + file + "')).";
            assertThatThrownBy(() -> calm.loadText(rules))
                    .isInstanceOf(LoadException.class)
                    .hasMessageContaining("No permission");
        }
        assertThatThrownBy(() -> calm.loadText(":- source(t(Id), jdbc('jdbc:duckdb:', t))."))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("No permission");
    }

    @Test
    void letsTheHostLoadFiles(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("rules.pl"), "p(1).\n");
        calm.load(file);
        assertThat(calm.ask("p(X)").as(Integer.class)).containsExactly(1);
    }

    @Test
    void readsNothingFromTheHost() {
        assertThat(calm.ask("read(X)").first().orElseThrow().string("X")).isEqualTo("end_of_file");
        assertThat(calm.ask("get_char(user_input, C)").first().orElseThrow().string("C"))
                .isEqualTo("end_of_file");
    }

    @Test
    void doesNotEndTheJvm() {
        assertThat(stop("", "halt")).isEqualTo(Reason.HALTED);
        assertThat(stop("", "catch(halt(7), _, true)")).isEqualTo(Reason.HALTED);
        assertThat(stop(":- initialization(halt).", "true")).isEqualTo(Reason.HALTED);
        assertThat(stop(":- halt.", "true")).isEqualTo(Reason.HALTED);
    }

    @Test
    void letsLibrariesWork() {
        assertThat(calm.ask("use_module(library(lists)), sum_list([1, 2], X)").as(Integer.class))
                .containsExactly(3);
        assertThatThrownBy(() -> calm.ask("use_module(library('../system/dcg'))").exists())
                .isInstanceOf(RuleException.class);
    }

    @Test
    void leavesRoomForTheHostsOwnPredicates() {
        calm.define("now/1", args -> args.unify(0, 12));
        assertThat(calm.ask("now(X)").as(Integer.class)).containsExactly(12);
    }
}
