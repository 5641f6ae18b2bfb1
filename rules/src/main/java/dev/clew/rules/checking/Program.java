package dev.clew.rules.checking;

import dev.clew.rules.syntax.Operators;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clauses and declarations of a program as its text has them. */
final class Program {
    final Operators operators = new Operators(Operators.standard());

    /** Predicates whose clauses may change while the program runs. */
    final Set<PredicateName> dynamic = new HashSet<>();

    /** Predicates that several files may add to. */
    final Set<PredicateName> multifile = new HashSet<>();

    final Set<PredicateName> tabled = new HashSet<>();

    /** Tabled predicates that keep only the best answers. */
    final Set<PredicateName> moded = new HashSet<>();

    /** Predicates of which it is not certain which clauses are there. */
    final Set<PredicateName> conditional = new HashSet<>();

    /** What each module offers to others. */
    final Map<Atom, Set<Functor>> exports = new HashMap<>();

    private final Map<PredicateName, List<ClauseText>> clauses = new LinkedHashMap<>();
    private final Map<Functor, Set<Atom>> homes = new HashMap<>();
    private final Map<String, List<ClauseText>> places = new HashMap<>();
    private final Map<PredicateName, Map<ClauseText, Integer>> numbers = new HashMap<>();
    private final Set<Atom> libraryModules = new HashSet<>();
    private final Libraries libraries = new Libraries(this);

    /** The files whose names end in the same way, by that. */
    private final Map<String, Set<String>> files = new HashMap<>();

    private final Path folder;
    private @Nullable String rewriting;
    private boolean changesItself;
    private boolean constrains;

    /** Whether the program says of some predicates that their arguments belong to modules. */
    boolean hasMetaPredicates;

    private final Map<Functor, Set<Functor>> aliases = new HashMap<>();

    /** An empty program, whose file names are relative to {@code folder}. */
    Program(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The name under which a file is looked up, however the path to it is written. */
    String key(String file) {
        try {
            return folder.resolve(file).normalize().toString();
        } catch (InvalidPathException e) {
            return file;
        }
    }

    Libraries libraries() {
        return libraries;
    }

    void add(ClauseText clause) {
        clauses.computeIfAbsent(clause.predicate(), p -> new ArrayList<>()).add(clause);
        numbers.remove(clause.predicate());
        Functor f = clause.predicate().functor();
        homes.computeIfAbsent(f, x -> new HashSet<>()).add(clause.predicate().module());
        places.computeIfAbsent(place(clause.file(), clause.line()), p -> new ArrayList<>())
                .add(clause);
        if (f.arity() == 2
                && (f.name().name().equals("term_expansion")
                        || f.name().name().equals("goal_expansion"))) {
            rewriting = clause.place();
        }
    }

    /** Notes that the program may add and remove clauses while it runs. */
    void setChanging() {
        changesItself = true;
    }

    /** Whether the clauses of a predicate may differ from those in the text when it is called. */
    boolean isUnstable(PredicateName predicate) {
        boolean changes = changesItself || isLibrary(predicate.module());
        return changes && dynamic.contains(predicate) || conditional.contains(predicate);
    }

    /** Notes that the program restricts the values of variables, as {@code dif/2} does. */
    void setConstraining() {
        constrains = true;
    }

    boolean hasConstraints() {
        return constrains;
    }

    /** Notes that a predicate goes by another name where it is imported. */
    void alias(Functor other, Functor own) {
        aliases.computeIfAbsent(other, f -> new HashSet<>()).add(own);
    }

    /** Whether a goal with this functor may mean a predicate with that. */
    boolean mayMean(Functor goal, Functor predicate) {
        return goal == predicate || aliases.getOrDefault(goal, Set.of()).contains(predicate);
    }

    /** Forgets the clauses of a predicate, which a later file defines anew. */
    void clear(PredicateName predicate) {
        clauses.remove(predicate);
        numbers.remove(predicate);
    }

    private String place(String file, int line) {
        return key(file) + ":" + line;
    }

    /** Notes that a file is part of the program. */
    void addFile(String file) {
        files.computeIfAbsent(lastName(file), n -> new HashSet<>()).add(key(file));
    }

    private static String lastName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The clauses that start on a line. */
    List<ClauseText> at(String file, int line) {
        libraries.read(file);
        Set<String> alike = files.getOrDefault(lastName(file), Set.of());
        // The program may have been moved since the proof was made.
        String own = alike.size() == 1 ? alike.iterator().next() : file;
        return places.getOrDefault(place(own, line), List.of());
    }

    /** The clauses of a predicate in their order. */
    List<ClauseText> clauses(PredicateName predicate) {
        return clauses.getOrDefault(predicate, List.of());
    }

    /**
     * The place of a clause among those of its predicate, from 1; 0 if it is not there any more.
     */
    int number(ClauseText clause) {
        return numbers.computeIfAbsent(clause.predicate(), this::numbered).getOrDefault(clause, 0);
    }

    private Map<ClauseText, Integer> numbered(PredicateName predicate) {
        Map<ClauseText, Integer> map = new IdentityHashMap<>();
        for (ClauseText c : clauses(predicate)) {
            map.put(c, map.size() + 1);
        }
        return map;
    }

    /** Whether which clauses there are, and in which order, depends on how the program runs. */
    boolean isChangeable(PredicateName predicate) {
        return dynamic.contains(predicate)
                || multifile.contains(predicate)
                || conditional.contains(predicate);
    }

    boolean isDefined(PredicateName predicate) {
        return clauses.containsKey(predicate)
                || dynamic.contains(predicate)
                || tabled.contains(predicate);
    }

    void setLibrary(Atom module) {
        libraryModules.add(module);
    }

    boolean isLibrary(Atom module) {
        return libraryModules.contains(module);
    }

    /**
     * Where the program says that its clauses are not what they seem: a clause of {@code
     * term_expansion/2} or {@code goal_expansion/2}; null if it does not.
     */
    @Nullable String rewriting() {
        return rewriting;
    }

    /**
     * The predicates that a goal may mean: one, or several if the text alone does not tell; none if
     * the program does not define it.
     */
    List<PredicateName> meanings(Atom module, Functor f) {
        PredicateName own = new PredicateName(module, f);
        if (isDefined(own)) {
            return List.of(own);
        }
        List<PredicateName> found = new ArrayList<>();
        for (Atom home : homes.getOrDefault(f, Set.of())) {
            PredicateName p = new PredicateName(home, f);
            boolean isOffered = exports.getOrDefault(home, Set.of()).contains(f);
            if (isDefined(p) && !isLibrary(home) && (isOffered || home == Atom.USER)) {
                found.add(p);
            }
        }
        return found;
    }

    /** Whether the program itself, not a library, has clauses for a predicate. */
    boolean isOwn(Atom module, Functor f) {
        for (PredicateName p : meanings(module, f)) {
            if (!isLibrary(p.module())) {
                return true;
            }
        }
        return false;
    }
}
