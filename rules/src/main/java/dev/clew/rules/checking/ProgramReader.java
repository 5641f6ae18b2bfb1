package dev.clew.rules.checking;

import dev.clew.rules.syntax.OpType;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.syntax.TextKind;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Compound;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads the files of a program: their clauses, and those directives that say how to read them. No
 * other directive is followed. Text that cannot be read is passed over, as loading does.
 */
final class ProgramReader {
    private static final Set<String> CHANGES =
            Set.of(
                    "assert",
                    "asserta",
                    "assertz",
                    "retract",
                    "retractall",
                    "abolish",
                    "erase",
                    "recorda",
                    "recordz");

    private final Program program;
    private final Function<String, @Nullable Source> files;
    private final boolean isLibrary;
    private final Set<String> begun = new HashSet<>();

    // What holds for the file being read.
    private Operators operators;
    private String file = "";
    private Atom module = Atom.USER;
    private ReadFlags flags = ReadFlags.standard();
    private Set<PredicateName> met = new HashSet<>();
    private int conditions;
    private boolean hasExceptions;

    /** A reader that finds other files that a program names through {@code files}. */
    ProgramReader(Program program, Function<String, @Nullable Source> files, boolean isLibrary) {
        this.program = program;
        this.files = files;
        this.isLibrary = isLibrary;
        this.operators = isLibrary ? new Operators(Operators.standard()) : program.operators;
    }

    /** Reads a file, unless that was done before. */
    void read(Source source) {
        if (!begun.add(program.key(source.file()))) {
            return;
        }
        Atom outerModule = module;
        ReadFlags outerFlags = flags;
        Set<PredicateName> outerMet = met;
        module = isLibrary && source.file().startsWith("system/") ? Atom.SYSTEM : Atom.USER;
        met = new HashSet<>();
        include(source);
        if (isLibrary) {
            program.setLibrary(module);
        }
        module = outerModule;
        flags = outerFlags;
        met = outerMet;
    }

    private void include(Source source) {
        String outer = file;
        file = source.file();
        program.addFile(file);
        StringSource text = new StringSource(source.text());
        while (true) {
            try {
                ReadResult r = new TermReader(text, operators, flags).read();
                if (r.term() == Atom.END_OF_FILE) {
                    break;
                }
                term(r.term(), r.line());
            } catch (SyntaxError | Undecided e) {
                // Loading passes over it, too; a proof that uses it is refused.
            }
        }
        file = outer;
    }

    private void term(Term t, int line) {
        if (t instanceof Struct s
                && (s.functor() == Terms.DIRECTIVE || s.functor() == Terms.QUERY)) {
            noteChanges(List.of(s.args[0]));
            for (Term goal : ClauseText.conjuncts(s.args[0])) {
                directive(goal);
            }
            return;
        }
        if (hasExceptions && DefeasibleRules.isRule(t)) {
            concluding(DefeasibleRules.clause(t, file, line), line);
            return;
        }
        Term clause =
                t instanceof Struct s && s.functor() == Terms.GRAMMAR_RULE ? Grammar.clause(s) : t;
        if (clause != null) {
            clause(clause, line);
        }
    }

    /** Predicates that rules with exceptions conclude are tabled, and any file may add to them. */
    private void concluding(@Nullable Term clause, int line) {
        if (clause != null) {
            clause(clause, line);
            Term head = Terms.is(clause, ":-", 2) ? Terms.arguments(clause)[0].deref() : clause;
            if (Terms.functor(head) instanceof Functor f) {
                PredicateName p = new PredicateName(module, f);
                program.dynamic.add(p);
                program.multifile.add(p);
                program.tabled.add(p);
            }
        }
    }

    private void clause(Term term, int line) {
        Atom home = module;
        Term t = term.deref();
        while (qualifier(t) instanceof Atom m) {
            home = m;
            t = ((Struct) t).args[1].deref();
        }
        Atom context = home;
        Term head = t;
        List<Term> goals = List.of();
        if (t instanceof Struct s && s.functor() == Functor.RULE) {
            head = s.args[0].deref();
            goals = ClauseText.conjuncts(s.args[1]);
        } else if (t instanceof Struct s && s.functor() == Terms.PICK_RULE) {
            head = s.args[0].deref();
            goals = new ArrayList<>();
            if (head instanceof Struct h && h.functor() == Functor.COMMA) {
                head = h.args[0].deref();
                goals.addAll(ClauseText.conjuncts(h.args[1]));
            }
            goals.addAll(ClauseText.conjuncts(s.args[1]));
        }
        while (qualifier(head) instanceof Atom m) {
            home = m;
            head = ((Struct) head).args[1].deref();
        }
        Functor f = Terms.functor(head);
        if (f != null && (isLibrary || !Standard.has(f))) {
            PredicateName p = new PredicateName(home, f);
            begin(p);
            noteChanges(goals);
            program.add(new ClauseText(p, file, line, context, head, goals));
        }
    }

    /** Whether goals anywhere add or remove clauses. */
    private void noteChanges(List<Term> goals) {
        ArrayDeque<Term> agenda = new ArrayDeque<>(isLibrary ? List.of() : goals);
        while (!agenda.isEmpty()) {
            Term t = agenda.pop().deref();
            Functor f = Terms.functor(t);
            if (f != null && CHANGES.contains(f.name().name())) {
                program.setChanging();
            } else if (Doubts.isConstraint(t)) {
                program.setConstraining();
            }
            for (Term part : Terms.arguments(t)) {
                agenda.push(part);
            }
        }
    }

    private static @Nullable Atom qualifier(Term t) {
        return t instanceof Struct s
                        && s.functor() == Functor.COLON
                        && s.args[0].deref() instanceof Atom m
                ? m
                : null;
    }

    /** The clauses in one file replace those of another. */
    private void begin(PredicateName p) {
        if (conditions > 0) {
            program.conditional.add(p);
        }
        if (met.add(p) && !program.multifile.contains(p) && !program.dynamic.contains(p)) {
            program.clear(p);
        }
    }

    // ---- Directives ----

    private void directive(Term goal) {
        Term t = goal.deref();
        Functor f = Terms.functor(t);
        if (f == null) {
            return;
        }
        Term[] a = Terms.arguments(t);
        switch (Terms.key(f)) {
            case "module/2" -> module(a[0].deref(), a[1]);
            case "op/3" -> operator(a);
            case "set_prolog_flag/2" -> flag(a[0].deref(), a[1].deref());
            case "dynamic/1" -> predicates(a[0], program.dynamic::add);
            case "multifile/1" -> predicates(a[0], program.multifile::add);
            case "table/1" -> tabled(a[0]);
            case "meta_predicate/1" -> program.hasMetaPredicates |= !isLibrary;
            case "if/1" -> conditions++;
            case "endif/0" -> conditions--;
            case "include/1" -> others(a[0], true);
            case "use_module/2" -> {
                imports(program, a[1]);
                others(a[0], false);
            }
            case "consult/1", "ensure_loaded/1", "use_module/1" -> others(a[0], false);
            case "load_files/1", "load_files/2", "reexport/1", "reexport/2" -> others(a[0], false);
            default -> {
                if (t instanceof Cons) {
                    others(t, false);
                }
            }
        }
    }

    private void module(Term name, Term exported) {
        if (name instanceof Atom m) {
            module = m;
        }
        Set<Functor> offered = program.exports.computeIfAbsent(module, x -> new HashSet<>());
        List<Term> items = Lists.itemsOrNull(exported);
        for (Term item : items == null ? List.<Term>of() : items) {
            Term t = item.deref();
            if (Terms.is(t, "op", 3)) {
                operator(Terms.arguments(t));
            } else if (indicated(t) instanceof Functor f) {
                offered.add(f);
            }
        }
    }

    private void operator(Term[] a) {
        if (!(a[0].deref() instanceof Int priority)
                || !(a[1].deref() instanceof Atom specifier)
                || !(OpType.of(specifier) instanceof OpType type)) {
            return;
        }
        Term names = Terms.plain(a[2]);
        List<Term> items = names instanceof Cons ? Lists.itemsOrNull(names) : List.of(names);
        for (Term name : items == null ? List.<Term>of() : items) {
            if (Terms.plain(name) instanceof Atom atom
                    && priority.value() >= 0
                    && priority.value() <= 1200) {
                operators.add((int) priority.value(), type, atom);
                if (isLibrary) {
                    program.operators.add((int) priority.value(), type, atom);
                }
            }
        }
    }

    private void flag(Term name, Term value) {
        TextKind kind = value instanceof Atom a ? TextKind.of(a) : null;
        if (kind == null || !(name instanceof Atom flag)) {
            return;
        }
        if (flag.name().equals("double_quotes")) {
            flags = flags.withQuotes(kind, flags.backQuotes());
        } else if (flag.name().equals("back_quotes")) {
            flags = flags.withQuotes(flags.doubleQuotes(), kind);
        }
    }

    private static @Nullable Functor indicated(Term t) {
        if (!(t instanceof Struct s)
                || !(s.args.length == 2 && s.args[0].deref() instanceof Atom name)
                || !(s.args[1].deref() instanceof Int arity)) {
            return null;
        }
        boolean isGrammar = s.name().name().equals("//");
        boolean isIndicator = isGrammar || s.functor() == Functor.SLASH;
        return isIndicator ? Functor.of(name, (int) arity.value() + (isGrammar ? 2 : 0)) : null;
    }

    /** The single declarations in a list or conjunction, {@code as} left out. */
    private void each(Term declarations, Atom home, Consumer<PredicateTerm> take) {
        ArrayDeque<PredicateTerm> agenda = new ArrayDeque<>();
        agenda.push(new PredicateTerm(home, declarations));
        while (!agenda.isEmpty()) {
            PredicateTerm next = agenda.pop();
            Term t = next.term.deref();
            if (t instanceof Cons c) {
                agenda.push(new PredicateTerm(next.home, c.tail));
                agenda.push(new PredicateTerm(next.home, c.head));
            } else if (t instanceof Struct s && s.functor() == Functor.COMMA) {
                agenda.push(new PredicateTerm(next.home, s.args[1]));
                agenda.push(new PredicateTerm(next.home, s.args[0]));
            } else if (Terms.is(t, "as", 2)) {
                agenda.push(new PredicateTerm(next.home, ((Struct) t).args[0]));
            } else if (qualifier(t) instanceof Atom m) {
                agenda.push(new PredicateTerm(m, ((Struct) t).args[1]));
            } else if (t != Atom.NIL) {
                take.accept(new PredicateTerm(next.home, t));
            }
        }
    }

    private record PredicateTerm(Atom home, Term term) {}

    private void predicates(Term declarations, Consumer<PredicateName> take) {
        each(
                declarations,
                module,
                d -> {
                    if (indicated(d.term) instanceof Functor f) {
                        take.accept(new PredicateName(d.home, f));
                    }
                });
    }

    private void tabled(Term declarations) {
        each(
                declarations,
                module,
                d -> {
                    Functor f = indicated(d.term);
                    if (f == null && d.term instanceof Compound c) {
                        f = c.functor();
                        if (!areVariables(c)) {
                            program.moded.add(new PredicateName(d.home, f));
                        }
                    }
                    if (f != null) {
                        program.tabled.add(new PredicateName(d.home, f));
                    }
                });
    }

    private static boolean areVariables(Compound c) {
        for (int i = 0; i < c.arity(); i++) {
            if (!(c.arg(i).deref() instanceof Var)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the other names that an import list gives to predicates. */
    static void imports(Program program, Term list) {
        List<Term> items = Lists.itemsOrNull(list);
        for (Term item : items == null ? List.<Term>of() : items) {
            if (Terms.is(item.deref(), "as", 2)) {
                Term[] a = Terms.arguments(item.deref());
                if (indicated(a[0].deref()) instanceof Functor own
                        && a[1].deref() instanceof Atom other) {
                    program.alias(Functor.of(other, own.arity()), own);
                }
            }
        }
    }

    // ---- Other files ----

    private void others(Term specification, boolean includes) {
        Term t = Terms.plain(specification);
        List<Term> items = t instanceof Cons ? Lists.itemsOrNull(t) : List.of(t);
        for (Term item : items == null ? List.<Term>of() : items) {
            other(Terms.plain(item), includes);
        }
    }

    private void other(Term specification, boolean includes) {
        String path = path(specification);
        if (path == null) {
            return;
        }
        if (Terms.is(specification, "library", 1)) {
            program.libraries().read("library/" + path + ".pl");
            hasExceptions |= path.equals("defeasible");
            return;
        }
        int folder = file.lastIndexOf('/');
        String relative = folder < 0 ? path : file.substring(0, folder + 1) + path;
        for (String base : new String[] {relative, path}) {
            for (String extension : new String[] {"", ".pl", ".prolog", ".pro"}) {
                Source found = files.apply(base + extension);
                if (found != null && includes) {
                    include(found);
                    return;
                } else if (found != null) {
                    read(found);
                    return;
                }
            }
        }
    }

    /** The path that an atom, {@code a/b} or {@code library(a/b)} names. */
    private static @Nullable String path(Term specification) {
        Term t = specification.deref();
        if (Terms.is(t, "library", 1)) {
            t = ((Struct) t).args[0].deref();
        }
        StringBuilder path = new StringBuilder();
        while (t instanceof Struct s
                && s.functor() == Functor.SLASH
                && s.args[1].deref() instanceof Atom last) {
            path.insert(0, "/" + last.name());
            t = s.args[0].deref();
        }
        return t instanceof Atom a ? a.name() + path : null;
    }
}
