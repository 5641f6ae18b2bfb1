package dev.clew.rules.checking;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The texts of the libraries, which are part of every program; read when one is needed. */
final class Libraries {
    private static final String ROOT = "/dev/clew/rules/";

    private final Program program;
    private final Set<String> read = new HashSet<>();
    private @Nullable Map<Functor, String> index;

    Libraries(Program program) {
        this.program = program;
    }

    /** Reads a library file such as {@code library/lists.pl}; whether there was anything new. */
    boolean read(String file) {
        boolean isLibrary = file.startsWith("library/") || file.startsWith("system/");
        if (!isLibrary || file.contains("..") || !read.add(file)) {
            return false;
        }
        String text = text(file);
        if (text == null) {
            return false;
        }
        new ProgramReader(program, name -> null, true).read(new Source(file, text));
        return true;
    }

    /** The library that defines a predicate, such as {@code library/lists}, or null. */
    @Nullable String home(Functor f) {
        return index().get(f);
    }

    /** Reads the library that defines a predicate; returns the predicate, or null. */
    @Nullable PredicateName defining(Functor f) {
        String home = index().get(f);
        if (home == null) {
            return null;
        }
        read(home + ".pl");
        String module = home.substring(home.lastIndexOf('/') + 1);
        PredicateName p = new PredicateName(Atom.of(module), f);
        PredicateName inSystem = new PredicateName(Atom.SYSTEM, f);
        return program.isDefined(p) ? p : program.isDefined(inSystem) ? inSystem : null;
    }

    private static @Nullable String text(String file) {
        try (InputStream in = Libraries.class.getResourceAsStream(ROOT + file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Functor, String> index() {
        Map<Functor, String> known = index;
        if (known == null) {
            known = new HashMap<>();
            String text = text("INDEX");
            for (String line : (text == null ? "" : text).split("\n")) {
                int file = line.lastIndexOf(' ');
                int arity = file < 0 ? -1 : line.lastIndexOf(' ', file - 1);
                if (arity > 0) {
                    int n = Integer.parseInt(line.substring(arity + 1, file));
                    known.put(Functor.of(line.substring(0, arity), n), line.substring(file + 1));
                }
            }
            index = known;
        }
        return known;
    }
}
