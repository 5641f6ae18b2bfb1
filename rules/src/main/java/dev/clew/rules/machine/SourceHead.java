package dev.clew.rules.machine;

import dev.clew.rules.sources.Head;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import java.util.ArrayList;
import java.util.List;

/** Reads the head of a declaration: {@code customer(Id, Name, City)}. */
public final class SourceHead {
    private SourceHead() {}

    /**
     * The head with the names of its columns: those of its variables, or atoms that say so.
     *
     * @param names the names of variables
     * @param variables the variables that have them
     */
    public static Head of(Term term, List<String> names, List<Var> variables) {
        Term t = term.deref();
        if (t instanceof Var) {
            throw Errors.instantiation();
        } else if (!(t instanceof Struct head)) {
            throw Errors.domain("source_head", t);
        } else {
            List<String> columns = new ArrayList<>();
            for (Term arg : head.args) {
                String column = column(head, arg.deref(), names, variables);
                if (!column.isEmpty() && columns.contains(column)) {
                    throw wrong(head, "two arguments have the column " + column);
                }
                columns.add(column);
            }
            return new Head(head.name().name(), columns);
        }
    }

    private static String column(Struct head, Term arg, List<String> names, List<Var> variables) {
        if (arg instanceof Atom a) {
            return a.name();
        } else if (!(arg instanceof Var)) {
            throw wrong(head, "arguments must be variables or atoms, which name the columns");
        }
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).deref() == arg) {
                return names.get(i);
            }
        }
        return "";
    }

    private static PrologError wrong(Struct head, String why) {
        return Errors.of(Struct.of("domain_error", Atom.of("source_head"), head), why);
    }
}
