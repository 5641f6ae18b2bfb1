package dev.clew.rules.machine;

import dev.clew.rules.syntax.ReadFlags;
import dev.clew.rules.syntax.ReadResult;
import dev.clew.rules.syntax.ReadVariable;
import dev.clew.rules.syntax.StringSource;
import dev.clew.rules.syntax.SyntaxError;
import dev.clew.rules.syntax.TermReader;
import dev.clew.rules.syntax.TextKind;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Slot;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of the variables of clauses, read again from the files that they were loaded from, when
 * somebody wants to know. A file that has changed since, or a clause that was made by term
 * expansion, gives no names.
 */
final class ClauseNames {
    private final Machine m;
    private final Map<String, List<String>> files = new HashMap<>();
    private final Map<Clause, @Nullable String[]> known = new IdentityHashMap<>();

    ClauseNames(Machine m) {
        this.m = m;
    }

    /** The names by slot; null where there is none. */
    @Nullable String[] of(Clause c) {
        return known.computeIfAbsent(c, this::find);
    }

    private @Nullable String[] find(Clause c) {
        @Nullable String[] names = new String[c.slots];
        String file = c.file;
        if (file == null || c.line < 1 || c.procedure.home.isLibrary) {
            return names;
        }
        List<String> lines = files.computeIfAbsent(file, ClauseNames::lines);
        if (c.line <= lines.size()) {
            String text = String.join("\n", lines.subList(c.line - 1, lines.size()));
            take(c, text, names);
        }
        return names;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return List.of(); // names are a comfort only
        }
    }

    private void take(Clause c, String text, @Nullable String[] names) {
        try {
            ReadResult r = reader(c, text).read();
            Database.ClauseTerm term = Database.ClauseTerm.of(r.term(), c.procedure.home);
            List<Term> variables = new ArrayList<>();
            for (ReadVariable v : r.variables()) {
                variables.add(v.variable());
            }
            Term all = Struct.of(Functor.PAIR, term.asPair(), Lists.of(variables));
            Copying.Stored stored = Copying.store(m, all);
            Struct copy = (Struct) stored.term();
            if (isSame(copy.args[0], c)) {
                List<Term> slots = Lists.items(copy.args[1]);
                for (int i = 0; i < slots.size(); i++) {
                    ReadVariable v = r.variables().get(i);
                    if (slots.get(i) instanceof Slot s) {
                        names[s.index()] = v.name();
                    }
                }
            }
        } catch (SyntaxError | PrologError e) {
            return; // not the text that was loaded
        }
    }

    private TermReader reader(Clause c, String text) {
        ReadFlags flags =
                ReadFlags.standard()
                        .withVariables(m::newVar)
                        .withQuotes(
                                Loader.kind(m.db(), "double_quotes", TextKind.STRING),
                                Loader.kind(m.db(), "back_quotes", TextKind.CODES))
                        .withConversion(m.db().charConversion());
        return new TermReader(new StringSource(text), c.procedure.home.operators(), flags);
    }

    private static boolean isSame(Term stored, Clause c) {
        return stored instanceof Struct pair
                && StoredTerms.equal(pair.args, new Term[] {c.head, c.body});
    }
}
