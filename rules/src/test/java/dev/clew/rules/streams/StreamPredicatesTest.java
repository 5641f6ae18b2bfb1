package dev.clew.rules.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.rules.terms.Errors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class StreamPredicatesTest {
    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "open(_, read, _)#instantiation_error",
                "open(f, _, _)#instantiation_error",
                "open(f, read, _, _)#instantiation_error",
                "open(f, read, _, [type(text) | _])#instantiation_error",
                "open(f, read, _, [_])#instantiation_error",
                "open(f, 1, _)#type_error(atom,1)",
                "open(f, read, _, foo)#type_error(list,foo)",
                "open(f, read, s)#uninstantiation_error(s)",
                "open(f(x), read, _)#domain_error(source_sink,f(x))",
                "open(f, sideways, _)#domain_error(io_mode,sideways)",
                "open(f, read, _, [foo])#domain_error(stream_option,foo)",
                "open(f, read, _, [type(foo)])#domain_error(stream_option,type(foo))",
                "open('/nonexistent/f', read, _)#existence_error(source_sink,'/nonexistent/f')",
                "open('/', write, _)#permission_error(open,source_sink,/)",
                "close(_)#instantiation_error",
                "close(foo)#existence_error(stream,foo)",
                "close(f(x))#domain_error(stream_or_alias,f(x))",
                "close(user_input, [foo])#domain_error(close_option,foo)",
                "current_input(foo)#domain_error(stream,foo)",
                "set_input(user_output)#permission_error(input,stream,user_output)",
                "set_output(user_input)#permission_error(output,stream,user_input)",
                "get_char(user_output, _)#permission_error(input,stream,user_output)",
                "get_char(1)#type_error(in_character,1)",
                "get_code(a)#type_error(integer,a)",
                "get_code(-2)#representation_error(in_character_code)",
                "put_char(_)#instantiation_error",
                "put_char(ab)#type_error(character,ab)",
                "put_code(-1)#representation_error(character_code)",
                "put_byte(user_output, 1)#permission_error(output,text_stream,user_output)",
                "peek_byte(user_input, _)#permission_error(input,text_stream,user_input)",
                "stream_property(foo, _)#domain_error(stream,foo)",
                "stream_property(_, foo)#domain_error(stream_property,foo)",
                "set_stream_position(user_input, foo)#domain_error(stream_position,foo)",
                "read_term(_, [foo])#domain_error(read_option,foo)",
                "read(user_output, _)#permission_error(input,stream,user_output)",
                "write_term(1, [quoted(a)])#domain_error(write_option,quoted(a))",
                "write_term(1, [quoted(_)])#instantiation_error",
                "write_term(1, [foo])#domain_error(write_option,foo)",
                "nl(_)#instantiation_error",
                "flush_output(user_input)#permission_error(output,stream,user_input)",
                "char_conversion(a, _)#instantiation_error",
                "current_op(1201, _, _)#domain_error(operator_priority,1201)",
                "current_op(_, foo, _)#domain_error(operator_specifier,foo)",
                "current_op(_, _, 1)#type_error(atom,1)",
                "op(1201, xfx, foo)#domain_error(operator_priority,1201)",
            })
    void raisesTheErrorsOfIso(String goal, String error) {
        assertThat(new Goals("input").run(goal)).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "get_char(A), peek_char(B), get_code(C), writeq([A, B, C])#[f,o,111]",
                "read(X), read(Y), read(Z), writeq([X, Y, Z])#[foo(_,a),'B c',end_of_file]",
                "read_term(X, [variable_names(V)]), writeq(X-V)#foo(_,a)-['X'=_]",
                "read_term(_, [singletons(S)]), writeq(S)#['X'=_]",
                "read(_), read_term(_, [term_position(P)]),"
                        + " writeq(P)#'$stream_position'(12,2,0,12)",
                "skip(10), get_char(C), writeq(C)#''''",
                "peek_string(user_input, 3, S), writeq(S)#\"foo\"",
                "line_count(user_input, L), writeq(L)#1",
                "at_end_of_stream#no",
                "repeat, get_char(C), C == end_of_file, !, at_end_of_stream#",
                "read_term(user_input, T, []), line_count(user_input, L), writeq(T-L)#foo(_,a)-1",
                "stream_property(S, alias(user_input)), stream_property(S, mode(M)),"
                        + " writeq(M)#read",
            })
    void readsItsInput(String goal, String expected) {
        String shown =
                new Goals("foo(X, a). \n'B c'. % end\n").run(goal).replaceAll("_G?\\d+", "_");
        assertThat(shown).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "writeq(f(A, 'B', \"s\", 'x y')), A = 1#f(_,'B',\"s\",'x y')",
                "print('A')#'A'",
                "write_canonical('A'+1)#+('A',1)",
                "write_term([1, 2, 3], [max_depth(2)])#[1|...]",
                "write_term(f(X, Y), [variable_names(['X' = X, 'Foo' = Y])])#f(X,Foo)",
                "write_term(a, [partial(true)]), write_term(b, [partial(true)])#a b",
                "tab(2+1), write(x)#   x",
                "term_to_atom(f(X, Y, X), A), writeq(A)#'f(_,_,_)'",
                "term_to_atom(T, 'foo(X, Y, X)'), writeq(T)#foo(_,_,_)",
                "term_string(S, \"a + b\"), writeq(S)#a+b",
                "atom_to_term('f(X, Y)', T, B), writeq(T-B)#f(_,_)-['X'=_,'Y'=_]",
                "read_term_from_atom('p(q) rest', T, [])#syntax_error(operator_expected)",
                "op(700, xfx, ===>), current_op(P, T, ===>), writeq(P-T)#700-xfx",
                "file_name_extension(B, E, 'a/b.pl'), writeq(B-E)#'a/b'-pl",
                "file_base_name('/a/b/', B), file_directory_name('/a/b', D), writeq(B-D)#b-'/a'",
                "directory_file_path(a, b, P), writeq(P)#'a/b'",
                "wildcard_match('[a-c]*.{pl,txt}', 'b1.txt')#",
                "statistics(runtime, [A, B]), integer(A), integer(B)#",
                "statistics(foo, _)#domain_error(statistics_key,foo)",
                "open_string(\"l1\\nl2\", S), read_string(S, \"\\n\", \"\", E, L),"
                        + " writeq(L-E)#\"l1\"-10",
            })
    void writes(String goal, String expected) {
        String shown = Goals.output(goal).replaceAll("_G?\\d+", "_");
        assertThat(shown.stripLeading()).isEqualTo(expected == null ? "" : expected.stripLeading());
    }

    @Test
    void filesComeAndGo() {
        Goals goals = new Goals("");
        goals.run("working_directory(_, '" + directory + "')");
        assertThat(goals.run("open('a.txt', write, S), write(S, 'hi.'), nl(S), close(S)"))
                .isEmpty();
        assertThat(goals.run("exists_file('a.txt'), size_file('a.txt', N), write(N)"))
                .isEqualTo("4");
        assertThat(goals.run("see('a.txt'), read(X), seen, write(X)")).isEqualTo("hi");
        assertThat(
                        goals.run(
                                "open('a.txt', read, S, [alias(in)]), read(in, X), close(in),"
                                        + " write(X)"))
                .isEqualTo("hi");
        assertThat(goals.run("open('a.txt', read, S), close(S), read(S, _)"))
                .startsWith("existence_error(stream,");
        assertThat(
                        goals.run(
                                "rename_file('a.txt', 'b.txt'), expand_file_name('*.txt', L),"
                                        + " write(L)"))
                .isEqualTo("[b.txt]");
        assertThat(
                        goals.run(
                                "absolute_file_name(b, F, [extensions([txt]), access(read)]),"
                                        + " write(F)"))
                .isEqualTo(directory + "/b.txt");
        assertThat(goals.run("make_directory(d), exists_directory(d), delete_directory(d)"))
                .isEmpty();
        assertThat(goals.run("delete_file('b.txt'), \\+ exists_file('b.txt')")).isEmpty();
        assertThat(goals.run("delete_file('b.txt')")).isEqualTo("existence_error(file,'b.txt')");
    }

    @Test
    void closedCurrentOutputGivesWayToUserOutput() {
        Goals goals = new Goals("");
        goals.run("working_directory(_, '" + directory + "')");
        assertThat(goals.run("tell('o.txt'), write(x), told, write(y)")).isEqualTo("y");
        assertThat(goals.run("open('o.txt', write, S), set_output(S), close(S), write(z)"))
                .isEqualTo("z");
    }

    @Test
    void thePolicyIsAskedFirst() {
        Goals goals = new Goals("");
        goals.database.setPolicy((operation, kind, culprit) -> {
            throw Errors.permission(operation, kind, culprit);
        });
        assertThat(goals.run("open(f, read, _)")).isEqualTo("permission_error(open,source_sink,f)");
        assertThat(goals.run("exists_file(f)")).isEqualTo("permission_error(access,file,f)");
        assertThat(goals.run("delete_file(f)")).isEqualTo("permission_error(delete,file,f)");
        assertThat(goals.run("shell(true)")).isEqualTo("permission_error(execute,process,true)");
        assertThat(goals.run("getenv('HOME', _)"))
                .isEqualTo("permission_error(access,environment,'HOME')");
    }
}
