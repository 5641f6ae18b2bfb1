package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Str;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Grammar rules as clauses, by the translation that Prolog systems share: two more arguments, the
 * terminals before and after, with terminals unified in the body (F. Pereira, D. Warren,
 * <i>Definite clause grammars for language analysis</i>, Artificial Intelligence 13, 1980).
 */
final class Grammar {
    /** A grammar body to be translated, and the place for what comes of it. */
    private record Task(Term body, Term before, Term after, Term[] into, int index) {}

    private final ArrayDeque<Task> tasks = new ArrayDeque<>();

    private Grammar() {}

    /** The clause {@code Head :- Body} that a rule stands for, or null if it stands for none. */
    static @Nullable Term clause(Struct rule) {
        Term head = rule.args[0].deref();
        Term pushback = null;
        if (head instanceof Struct s && s.functor() == Functor.COMMA) {
            head = s.args[0].deref();
            pushback = s.args[1].deref();
        }
        Var before = new Var();
        Var after = new Var();
        Term newHead = Terms.extended(head, new Term[] {before, after});
        if (newHead == null) {
            return null;
        }
        Grammar grammar = new Grammar();
        if (pushback == null) {
            Term body = grammar.translated(rule.args[1], before, after);
            return Struct.of(Functor.RULE, newHead, body);
        }
        Var middle = new Var();
        Term body = grammar.translated(rule.args[1], before, middle);
        Term pushed = grammar.translated(pushback, after, middle);
        return Struct.of(Functor.RULE, newHead, Struct.of(Functor.COMMA, body, pushed));
    }

    /** The goal that a grammar body stands for; the variables between its parts are flexible. */
    static Term goal(Term body, Term before, Term after, Bindings bindings) {
        Map<Var, Term> renaming = new HashMap<>();
        for (Var v : bindings.variables(Struct.of("-", body, Struct.of("-", before, after)))) {
            renaming.put(v, v);
        }
        Term inner = bindings.resolve(body);
        return bindings.copy(new Grammar().translated(inner, before, after), renaming);
    }

    private Term translated(Term body, Term before, Term after) {
        Term[] result = {body};
        tasks.push(new Task(body, before, after, result, 0));
        while (!tasks.isEmpty()) {
            Task t = tasks.pop();
            t.into[t.index] = one(t.body.deref(), t.before, t.after);
        }
        return result[0];
    }

    private Term one(Term body, Term before, Term after) {
        if (body instanceof Var) {
            return Struct.of("phrase", body, before, after);
        } else if (body == Atom.NIL) {
            return Struct.of(Functor.EQUALS, before, after);
        } else if (body instanceof Cons) {
            return terminals(body, before, after);
        } else if (body instanceof Str s) {
            return terminals(Lists.codes(s.value()), before, after);
        } else if (body == Terms.CUT) {
            return Struct.of(Functor.COMMA, body, Struct.of(Functor.EQUALS, after, before));
        }
        return body instanceof Struct s
                ? control(s, before, after)
                : nonTerminal(body, before, after);
    }

    private Term control(Struct s, Term before, Term after) {
        Functor f = s.functor();
        if (f == Functor.COMMA || f == Terms.ARROW || f == Terms.SOFT_ARROW) {
            Var middle = new Var();
            return pair(f, s, before, middle, middle, after);
        } else if (f == Terms.OR || f == Terms.BAR) {
            return pair(Terms.OR, s, before, after, before, after);
        } else if (f == Terms.NOT) {
            Term[] goal = {s};
            Struct not = new Struct(Terms.NOT, goal);
            tasks.push(new Task(s.args[0], before, new Var(), goal, 0));
            return Struct.of(Functor.COMMA, not, Struct.of(Functor.EQUALS, after, before));
        } else if (f == Functor.CURLY) {
            return Struct.of(Functor.COMMA, s.args[0], Struct.of(Functor.EQUALS, after, before));
        } else if (f == Functor.COLON) {
            Term[] args = {s.args[0], s.args[1]};
            tasks.push(new Task(s.args[1], before, after, args, 1));
            return new Struct(Functor.COLON, args);
        }
        return nonTerminal(s, before, after);
    }

    private Term pair(Functor f, Struct s, Term b1, Term a1, Term b2, Term a2) {
        Term[] args = {s, s};
        tasks.push(new Task(s.args[1], b2, a2, args, 1));
        tasks.push(new Task(s.args[0], b1, a1, args, 0));
        return new Struct(f, args);
    }

    private static Term terminals(Term list, Term before, Term after) {
        List<Term> items = Lists.itemsOrNull(list);
        if (items == null) {
            throw new Undecided("a list of terminals has no end");
        }
        return Struct.of(Functor.EQUALS, before, Lists.of(items, after));
    }

    private static Term nonTerminal(Term body, Term before, Term after) {
        Term goal = Terms.extended(body, new Term[] {before, after});
        if (goal == null) {
            throw new Undecided("the body of a grammar rule cannot be called");
        }
        return goal;
    }
}
