package dev.clew.rules.machine;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The libraries written in Prolog, kept as resources and loaded when one of their predicates is
 * first called. Files under {@code system/} extend module {@code system}; those under {@code
 * library/} are modules.
 */
public final class Library {
    private static final String ROOT = "/dev/clew/rules/";
    private static final String FOLDER = "clew.libraries";

    private final Database db;
    private volatile @Nullable Map<Functor, String> index;

    /** How many libraries are being loaded, one for the sake of another. */
    private final AtomicInteger loading = new AtomicInteger();

    Library(Database db) {
        this.db = db;
    }

    /** The text of a library file such as {@code library/lists}, or null if there is none. */
    public static @Nullable String text(String path) {
        if (path.contains("..")) {
            return null;
        }
        try (InputStream in = open(path + ".pl")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From the folder where the launcher keeps a copy, if it does: opening a jar costs more than
     * reading a library.
     */
    private static @Nullable InputStream open(String name) throws IOException {
        String folder = System.getProperty(FOLDER);
        File file = folder == null ? null : new File(folder, name);
        return file != null && file.isFile()
                ? new FileInputStream(file)
                : Library.class.getResourceAsStream(ROOT + name);
    }

    /** The library that defines a predicate, such as {@code library/lists}, or null. */
    public @Nullable String home(Functor f) {
        return index().get(f);
    }

    /** All predicates of the libraries, with the files that define them. */
    public Map<Functor, String> index() {
        Map<Functor, String> known = index;
        if (known == null) {
            known = readIndex();
            index = known;
        }
        return known;
    }

    /** Reads lines {@code name arity file}. */
    private static Map<Functor, String> readIndex() {
        Map<Functor, String> map = new HashMap<>(2048);
        try (InputStream in = open("INDEX")) {
            if (in == null) {
                throw new IllegalStateException("The resource (" + ROOT + "INDEX) is missing.");
            }
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int start = 0;
            while (start < all.length()) {
                int end = all.indexOf('\n', start);
                int first = all.indexOf(' ', start);
                int second = all.indexOf(' ', first + 1);
                Functor f =
                        Functor.of(
                                all.substring(start, first),
                                Integer.parseInt(all.substring(first + 1, second)));
                map.put(f, all.substring(second + 1, end));
                start = end + 1;
            }
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Loads the library that defines {@code p}, if there is one that may be loaded, and makes
     * {@code p} stand for it.
     */
    boolean load(Machine m, Predicate p) {
        String path = home(p.functor);
        if (path == null || !path.startsWith("system/") && !mayAutoload(p)) {
            return false;
        }
        synchronized (this) {
            Module home = Loader.loadLibrary(new Machine(db), path);
            if (home != db.system() && home != p.module) {
                db.importInto(p.module, home, p.functor);
            }
        }
        return true;
    }

    /** Loads a library under this lock. It is no part of a batch that the thread is making. */
    void whileLoading(Runnable load) {
        loading.incrementAndGet();
        try {
            if (db.isBatching()) {
                db.outsideBatch(load);
            } else {
                load.run();
            }
        } finally {
            loading.decrementAndGet();
        }
    }

    /** Waits while another thread loads a library: its predicates may be there only in part. */
    void awaitLoading() {
        if (loading.get() > 0) {
            synchronized (this) {
                return;
            }
        }
    }

    private boolean mayAutoload(Predicate p) {
        return !db.flags().is("autoload", "false") || p.module != db.user();
    }

    /** The module name of a library file. */
    static Atom moduleName(String path) {
        return Atom.of(path.substring(path.lastIndexOf('/') + 1));
    }
}
