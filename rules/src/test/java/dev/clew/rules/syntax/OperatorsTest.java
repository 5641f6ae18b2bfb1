package dev.clew.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class OperatorsTest {
    private static final Atom MINUS = Atom.of("-");
    private static final Atom FOO = Atom.of("foo");

    private final Operators system = Operators.standard();
    private final Operators user = new Operators(system);
    private final Operators module = new Operators(user);

    private static List<String> shown(List<Op> ops) {
        List<String> shown = new ArrayList<>();
        for (Op op : ops) {
            shown.add(op.priority() + " " + op.type().atom().name() + " " + op.name().name());
        }
        return shown;
    }

    @Test
    void inheritsFromParents() {
        user.add(300, OpType.XFX, FOO);
        assertThat(shown(module.named(FOO))).containsExactly("300 xfx foo");
        assertThat(system.named(FOO)).isEmpty();
        assertThat(shown(module.named(MINUS))).containsExactlyInAnyOrder("200 fy -", "500 yfx -");
    }

    @Test
    void hidesWhatParentsDefine() {
        user.remove(OpType.FY, MINUS);
        module.add(600, OpType.XFX, MINUS);
        assertThat(shown(user.named(MINUS))).containsExactly("500 yfx -");
        assertThat(shown(module.named(MINUS))).containsExactly("600 xfx -");
        assertThat(module.prefix(MINUS)).isNull();
        assertThat(shown(system.named(MINUS))).hasSize(2);
    }

    @Test
    void enumeratesEachOperatorOnce() {
        module.add(600, OpType.XFX, MINUS);
        user.add(300, OpType.XF, FOO);
        List<String> all = shown(module.all());
        assertThat(all)
                .doesNotHaveDuplicates()
                .contains("600 xfx -", "200 fy -", "300 xf foo", "1105 xfy |")
                .doesNotContain("500 yfx -");
        assertThat(all).hasSize(system.all().size() + 1);
        assertThat(shown(module.own())).containsExactly("600 xfx -");
    }

    @Test
    void hasTheOperatorsOfTheStandard() {
        assertThat(shown(system.all()))
                .contains(
                        "1200 xfx :-",
                        "1200 xfx -->",
                        "1200 fx :-",
                        "1200 fx ?-",
                        "1100 xfy ;",
                        "1050 xfy ->",
                        "1000 xfy ,",
                        "900 fy \\+",
                        "700 xfx =",
                        "700 xfx =..",
                        "700 xfx is",
                        "600 xfy :",
                        "500 yfx +",
                        "500 yfx /\\",
                        "400 yfx rem",
                        "400 yfx div",
                        "400 yfx <<",
                        "200 xfx **",
                        "200 xfy ^",
                        "200 fy \\",
                        "200 fy +",
                        "1150 fx dynamic");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "op(_,xfx,a) ~ instantiation_error",
                "op(200,_,a) ~ instantiation_error",
                "op(200,xfx,_) ~ instantiation_error",
                "op(200,xfx,[a,_]) ~ instantiation_error",
                "op(200,xfx,[a|_]) ~ instantiation_error",
                "op(1201,xfx,a) ~ domain_error(operator_priority,1201)",
                "op(-1,xfx,a) ~ domain_error(operator_priority,-1)",
                "op(a,xfx,a) ~ type_error(integer,a)",
                "op(1.0,xfx,a) ~ type_error(integer,1.0)",
                "op(200,1,a) ~ type_error(atom,1)",
                "op(200,yfy,a) ~ domain_error(operator_specifier,yfy)",
                "op(200,xfx,[a,1]) ~ type_error(atom,1)",
                "op(200,xfx,1) ~ type_error(list,1)",
                "op(200,xfx,[a|b]) ~ type_error(list,[a|b])",
                "op(200,xfx,',') ~ permission_error(modify,operator,',')",
                "op(200,xfx,[a,',']) ~ permission_error(modify,operator,',')",
                "op(200,xfx,'|') ~ permission_error(create,operator,'|')",
                "op(1000,xfy,'|') ~ permission_error(create,operator,'|')",
                "op(1150,fy,'|') ~ permission_error(create,operator,'|')",
                "op(0,xf,'|') ~ permission_error(create,operator,'|')",
                "op(200,xfx,[]) ~ permission_error(create,operator,[])",
                "op(200,xfx,[[]]) ~ permission_error(create,operator,[])",
                "op(200,xfx,{}) ~ permission_error(create,operator,{})",
                "op(200,xf,+) ~ permission_error(create,operator,+)",
                "op(200,yf,[foo,+]) ~ permission_error(create,operator,+)",
            })
    void checksTheArgumentsOfOp(String goal, String error) {
        Struct op = (Struct) Texts.read(goal);
        PrologError thrown =
                catchThrowableOfType(
                        PrologError.class,
                        () -> OpRules.define(user, op.args[0], op.args[1], op.args[2]));
        Term formal = ((Struct) thrown.term()).args[0];
        assertThat(Texts.writeq(formal)).isEqualTo(error);
        assertThat(user.own()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "op(0,xfx,'|')",
                "op(1001,xfx,'|')",
                "op(0,xfx,foo)",
                "op(200,xfy,[foo,bar])",
                "op(1200,fx,+)"
            })
    void definesWhatIsAllowed(String goal) {
        Struct op = (Struct) Texts.read(goal);
        OpRules.define(user, op.args[0], op.args[1], op.args[2]);
        assertThat(user.own()).isNotEmpty();
    }
}
