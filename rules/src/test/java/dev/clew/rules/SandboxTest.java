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
                "relative_file_name(_, :file, x)"
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
