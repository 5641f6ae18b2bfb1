package dev.clew.rules.machine;

import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import java.util.HashMap;
import java.util.Map;

/** Which built-ins are tests that clauses may use to decide early, and how they are prepared. */
final class Guards {
    private static final Map<Functor, Object> TABLE = table();

    private record Numbers(int when) {}

    private record Terms(int when) {}

    private record Same(boolean same) {}

    private record Differs() {}

    private Guards() {}

    private static Map<Functor, Object> table() {
        Map<Functor, Object> t = new HashMap<>();
        for (Guard.Kind kind : Guard.Kind.values()) {
            t.put(Functor.of(kind.name().toLowerCase(java.util.Locale.ROOT), 1), kind);
        }
        t.put(Functor.of("<", 2), new Numbers(1));
        t.put(Functor.of("=<", 2), new Numbers(3));
        t.put(Functor.of("=:=", 2), new Numbers(2));
        t.put(Functor.of("=\\=", 2), new Numbers(5));
        t.put(Functor.of(">=", 2), new Numbers(6));
        t.put(Functor.of(">", 2), new Numbers(4));
        t.put(Functor.of("@<", 2), new Terms(1));
        t.put(Functor.of("@=<", 2), new Terms(3));
        t.put(Functor.of("@>=", 2), new Terms(6));
        t.put(Functor.of("@>", 2), new Terms(4));
        t.put(Functor.of("==", 2), new Same(true));
        t.put(Functor.of("\\==", 2), new Same(false));
        t.put(Functor.of("\\=", 2), new Differs());
        return t;
    }

    static boolean isGuard(Goal.Call c) {
        return c.predicate() == null
                && c.term() instanceof Struct s
                && TABLE.containsKey(s.functor())
                && c.module().inheritsProtected(s.functor());
    }

    static Guard make(Compiler compiler, Goal.Call c) {
        Struct s = (Struct) c.term();
        Object kind = TABLE.get(s.functor());
        if (kind instanceof Guard.Kind k) {
            return new Guard.TypeTest(k, compiler.pattern(s.args[0]));
        }
        Term left = s.args[0];
        Term right = s.args[1];
        if (kind instanceof Numbers n) {
            Expression x = compiler.expression(left);
            return new Guard.Comparison(x, compiler.expression(right), n.when());
        }
        Pattern x = compiler.pattern(left);
        Pattern y = compiler.pattern(right);
        if (kind instanceof Terms t) {
            return new Guard.TermOrder(x, y, t.when());
        } else if (kind instanceof Same same) {
            return new Guard.Identity(x, y, same.same());
        }
        return new Guard.NotUnifiable(x, y);
    }
}
