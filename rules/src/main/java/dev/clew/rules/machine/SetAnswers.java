package dev.clew.rules.machine;

import dev.clew.rules.datalog.Answers;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

/** Answers of set-at-a-time evaluation: codes that become terms when they are read. */
final class SetAnswers extends AnswerList {
    private final Answers answers;
    private final SetDictionary dictionary;

    SetAnswers(Answers answers, SetDictionary dictionary) {
        this.answers = answers;
        this.dictionary = dictionary;
    }

    @Override
    int size() {
        return answers.size();
    }

    @Override
    boolean unify(Machine m, Term[] variables, int i) {
        for (int v = 0; v < variables.length; v++) {
            Term value = value(i, v);
            Term t = variables[v].deref();
            if (t instanceof Var x) {
                m.bind(x, value);
            } else if (t != value && !m.unify(t, value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    Term value(int i, int v) {
        return dictionary.term(answers.code(i, v));
    }

    @Override
    boolean hasUndefined() {
        return answers.hasUndefined();
    }

    @Override
    boolean isUndefined(int i) {
        return answers.isUndefined(i);
    }
}
