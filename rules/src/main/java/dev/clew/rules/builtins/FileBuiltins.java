package dev.clew.rules.builtins;

import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.NonDet;
import dev.clew.rules.machine.Redo;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.streams.Encoding;
import dev.clew.rules.streams.Mode;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.Surroundings;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Files, directories, the environment and commands of the operating system. */
public final class FileBuiltins {
    private FileBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("exists_file", 1, new One(0));
        r.det("exists_directory", 1, new One(1));
        r.det("delete_file", 1, new One(2));
        r.det("rename_file", 2, new One(3));
        r.det("copy_file", 2, new One(4));
        r.det("size_file", 2, new One(5));
        r.det("time_file", 2, new One(6));
        r.det("access_file", 2, new One(7));
        r.det("same_file", 2, new One(8));
        r.det("make_directory", 1, new One(9));
        r.det("make_directory_path", 1, new One(10));
        r.det("delete_directory", 1, new One(11));
        r.det("directory_files", 2, new One(12));
        r.det("working_directory", 2, new One(13));
        r.det("chdir", 1, new One(14));
        r.det("file_directory_name", 2, new One(15));
        r.det("file_base_name", 2, new One(16));
        r.det("file_name_extension", 3, new One(17));
        r.det("directory_file_path", 3, new One(18));
        r.det("relative_file_name", 3, new One(19));
        r.det("is_absolute_file_name", 1, new One(20));
        r.det("absolute_file_name", 2, new One(21));
        r.nondet("absolute_file_name", 3, new Many(0));
        r.det("prolog_to_os_filename", 2, new One(22));
        r.det("expand_file_name", 2, new One(23));
        r.det("wildcard_match", 2, new One(24));
        r.det("wildcard_match", 3, new One(25));
        r.det("tmp_file", 2, new One(26));
        r.det("tmp_file_stream", 3, new One(27));
        r.det("getenv", 2, new One(28));
        r.det("setenv", 2, new One(29));
        r.det("unsetenv", 1, new One(30));
        r.det("shell", 1, new One(31));
        r.det("shell", 2, new One(32));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return file(m, a[0], "access", "file").isFile();
                case 1:
                    return file(m, a[0], "access", "directory").isDirectory();
                case 2:
                    return deleteFile(m, a);
                case 3:
                    return renameFile(m, a);
                case 4:
                    return copyFile(m, a);
                case 5:
                    return sizeFile(m, a);
                case 6:
                    return timeFile(m, a);
                case 7:
                    return accessFile(m, a);
                case 8:
                    return sameFile(m, a);
                case 9:
                    return makeDirectory(m, a);
                case 10:
                    return makeDirectoryPath(m, a);
                case 11:
                    return deleteDirectory(m, a);
                case 12:
                    return directoryFiles(m, a);
                case 13:
                    return workingDirectory(m, a);
                case 14:
                    return changeDirectory(m, a[0]);
                case 15:
                    return name(m, a, FileNames.directory(text(a[0])));
                case 16:
                    return name(m, a, FileNames.base(text(a[0])));
                case 17:
                    return fileNameExtension(m, a);
                case 18:
                    return directoryFilePath(m, a);
                case 19:
                    return relativeFileName(m, a);
                case 20:
                    return isAbsolute(m, text(a[0]));
                case 21:
                    return absoluteFileName(m, a);
                case 22:
                    return prologToOsFilename(m, a);
                case 23:
                    return expandFileName(m, a);
                case 24:
                    return wildcardMatch(a[0], a[1], Atom.NIL);
                case 25:
                    return wildcardMatch(a[0], a[1], a[2]);
                case 26:
                    return tmpFile(m, a);
                case 27:
                    return tmpFileStream(m, a);
                case 28:
                    return getenv(m, a);
                case 29:
                    return setenv(m, a);
                case 30:
                    return unsetenv(m, a);
                case 31:
                    return shell(m, a[0]) == 0;
                default:
                    return m.unify(a[1], Int.of(shell(m, a[0])));
            }
        }
    }

    private record Many(int code) implements NonDet {
        @Override
        public @Nullable Redo call(Machine m, Term[] a) {
            switch (code) {
                default:
                    return absoluteFileNames(m, a);
            }
        }
    }

    // ---- names as arguments

    private static String text(Term term) {
        Term t = Arguments.bound(term);
        String text = Text.atomOrStringOrNull(t);
        if (text == null) {
            text = Text.listOrNull(t);
        }
        if (text == null) {
            throw Errors.type("text", t);
        }
        return text;
    }

    private static Surroundings around(Machine m) {
        return m.db().streams().surroundings();
    }

    /** The file that an argument names, once the policy has agreed to the operation. */
    private static File file(Machine m, Term term, String operation, String kind) {
        String path = text(term);
        m.db().policy().check(operation, kind, term.deref());
        return around(m).file(path);
    }

    private static boolean name(Machine m, Term[] a, String result) {
        return m.unify(a[1], Atom.of(result));
    }

    private static PrologError missing(String kind, Term culprit) {
        return Errors.of(
                Struct.of("existence_error", Atom.of(kind), culprit.deref()),
                "No such file or directory");
    }

    /** The error for a failed operation on a file that exists. */
    private static PrologError refused(String operation, String kind, Term culprit, IOException e) {
        if (e instanceof NoSuchFileException) {
            return missing(kind, culprit);
        }
        Term formal =
                Struct.of("permission_error", Atom.of(operation), Atom.of(kind), culprit.deref());
        String reason =
                e instanceof DirectoryNotEmptyException
                        ? "Directory not empty"
                        : e instanceof FileAlreadyExistsException
                                ? "File exists"
                                : "Operation not permitted";
        return Errors.of(formal, reason);
    }

    // ---- files

    private static boolean deleteFile(Machine m, Term[] a) {
        File file = file(m, a[0], "delete", "file");
        if (file.isDirectory() && !Files.isSymbolicLink(file.toPath())) {
            throw Errors.permission("delete", "file", a[0].deref());
        }
        try {
            Files.delete(file.toPath());
            return true;
        } catch (IOException e) {
            throw refused("delete", "file", a[0], e);
        }
    }

    private static boolean renameFile(Machine m, Term[] a) {
        File from = file(m, a[0], "rename", "file");
        File to = file(m, a[1], "create", "file");
        try {
            Files.move(from.toPath(), to.toPath(), StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw refused("rename", "file", a[0], e);
        }
    }

    private static boolean copyFile(Machine m, Term[] a) {
        File from = file(m, a[0], "access", "file");
        File to = file(m, a[1], "create", "file");
        File target = to.isDirectory() ? new File(to, from.getName()) : to;
        try {
            Files.copy(from.toPath(), target.toPath(), StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw refused("copy", "file", a[0], e);
        }
    }

    private static File existing(Machine m, Term term) {
        File file = file(m, term, "access", "file");
        if (!file.exists()) {
            throw missing("file", term);
        }
        return file;
    }

    private static boolean sizeFile(Machine m, Term[] a) {
        return m.unify(a[1], Int.of(existing(m, a[0]).length()));
    }

    private static boolean timeFile(Machine m, Term[] a) {
        File file = existing(m, a[0]);
        try {
            long nanos =
                    Files.getLastModifiedTime(file.toPath())
                            .to(java.util.concurrent.TimeUnit.NANOSECONDS);
            return m.unify(a[1], Flt.of(nanos / 1e9));
        } catch (IOException e) {
            throw refused("access", "file", a[0], e);
        }
    }

    private static boolean accessFile(Machine m, Term[] a) {
        File file = file(m, a[0], "access", "file");
        return PathSearch.permits(file, Arguments.atom(a[1]).name());
    }

    private static boolean sameFile(Machine m, Term[] a) {
        File x = file(m, a[0], "access", "file");
        File y = file(m, a[1], "access", "file");
        try {
            return x.getPath().equals(y.getPath())
                    || (x.exists() && y.exists() && Files.isSameFile(x.toPath(), y.toPath()));
        } catch (IOException e) {
            return false;
        }
    }

    // ---- directories

    private static boolean makeDirectory(Machine m, Term[] a) {
        File directory = file(m, a[0], "create", "directory");
        try {
            Files.createDirectory(directory.toPath());
            return true;
        } catch (IOException e) {
            throw refused("create", "directory", a[0], e);
        }
    }

    private static boolean makeDirectoryPath(Machine m, Term[] a) {
        File directory = file(m, a[0], "create", "directory");
        try {
            Files.createDirectories(directory.toPath());
            return true;
        } catch (IOException e) {
            throw refused("create", "directory", a[0], e);
        }
    }

    private static boolean deleteDirectory(Machine m, Term[] a) {
        File directory = file(m, a[0], "delete", "directory");
        if (directory.exists() && !directory.isDirectory()) {
            throw Errors.permission("delete", "directory", a[0].deref());
        }
        try {
            Files.delete(directory.toPath());
            return true;
        } catch (IOException e) {
            throw refused("delete", "directory", a[0], e);
        }
    }

    private static boolean directoryFiles(Machine m, Term[] a) {
        String @Nullable [] names = file(m, a[0], "access", "directory").list();
        if (names == null) {
            throw missing("directory", a[0]);
        }
        List<Term> all = new ArrayList<>();
        all.add(Atom.of("."));
        all.add(Atom.of(".."));
        for (String name : names) {
            all.add(Atom.of(name));
        }
        return m.unify(a[1], Lists.of(all));
    }

    private static boolean workingDirectory(Machine m, Term[] a) {
        m.db().policy().check("access", "directory", a[0].deref());
        Atom old = Atom.of(around(m).directory());
        if (!m.unify(a[0], old)) {
            return false;
        }
        return a[1].deref() == old || changeDirectory(m, a[1]);
    }

    private static boolean changeDirectory(Machine m, Term to) {
        File directory = file(m, to, "access", "directory");
        if (!directory.isDirectory()) {
            throw missing("directory", to);
        }
        around(m).directory(around(m).absolute(new Globs(around(m)).home(text(to))));
        return true;
    }

    // ---- names

    private static boolean fileNameExtension(Machine m, Term[] a) {
        Term full = a[2].deref();
        if (full instanceof Var) {
            String joined = FileNames.withExtension(text(a[0]), text(a[1]));
            return m.unify(full, Atom.of(joined));
        }
        String name = text(full);
        if (a[1].deref() instanceof Var) {
            return m.unify(a[1], Atom.of(FileNames.extension(name)))
                    && m.unify(a[0], Atom.of(FileNames.stem(name)));
        }
        String extension = text(a[1]);
        String plain = extension.startsWith(".") ? extension.substring(1) : extension;
        if (!(a[0].deref() instanceof Var)) {
            return FileNames.withExtension(text(a[0]), plain).equals(name);
        }
        return FileNames.extensionStart(name) >= 0
                && FileNames.extension(name).equals(plain)
                && m.unify(a[0], Atom.of(FileNames.stem(name)));
    }

    private static boolean directoryFilePath(Machine m, Term[] a) {
        Term path = a[2].deref();
        if (path instanceof Var) {
            return m.unify(path, Atom.of(FileNames.join(text(a[0]), text(a[1]))));
        }
        String full = text(path);
        if (a[0].deref() instanceof Var) {
            return m.unify(a[0], Atom.of(FileNames.directory(full)))
                    && m.unify(a[1], Atom.of(FileNames.base(full)));
        }
        String directory = text(a[0]);
        String prefix = directory.endsWith("/") ? directory : directory + "/";
        if (directory.equals(".") && !full.startsWith("/")) {
            return m.unify(a[1], Atom.of(full));
        }
        return full.startsWith(prefix) && m.unify(a[1], Atom.of(full.substring(prefix.length())));
    }

    private static boolean relativeFileName(Machine m, Term[] a) {
        m.db().policy().check("access", "directory", a[1].deref());
        Surroundings around = around(m);
        String from = around.absolute(text(a[1]));
        if (a[0].deref() instanceof Var) {
            String joined = FileNames.join(FileNames.directory(from), text(a[2]));
            return m.unify(a[0], Atom.of(Surroundings.canonical(joined)));
        }
        return m.unify(a[2], Atom.of(FileNames.relative(from, around.absolute(text(a[0])))));
    }

    private static boolean isAbsolute(Machine m, String path) {
        m.db().policy().check("access", "directory", Atom.of(path));
        return Surroundings.isAbsolute(new Globs(around(m)).home(path));
    }

    private static boolean absoluteFileName(Machine m, Term[] a) {
        List<Term> found = new PathSearch(m, Atom.NIL).find(a[0]);
        return !found.isEmpty() && m.unify(a[1], found.get(0));
    }

    private static @Nullable Redo absoluteFileNames(Machine m, Term[] a) {
        boolean oldOrder = a[2].deref() instanceof Var && Lists.itemsOrNull(a[1]) != null;
        PathSearch search = new PathSearch(m, oldOrder ? a[1] : a[2]);
        List<Term> found = search.find(a[0]);
        return Redo.unifying(oldOrder ? a[2] : a[1], found.iterator());
    }

    private static boolean prologToOsFilename(Machine m, Term[] a) {
        return a[0].deref() instanceof Var
                ? m.unify(a[0], Atom.of(text(a[1]).replace(File.separatorChar, '/')))
                : m.unify(a[1], Atom.of(text(a[0]).replace('/', File.separatorChar)));
    }

    private static boolean expandFileName(Machine m, Term[] a) {
        String pattern = text(a[0]);
        m.db().policy().check("access", "directory", a[0].deref());
        List<Term> all = new ArrayList<>();
        for (String path : new Globs(around(m)).expand(pattern)) {
            all.add(Atom.of(path));
        }
        return m.unify(a[1], Lists.of(all));
    }

    private static boolean wildcardMatch(Term pattern, Term name, Term options) {
        boolean ignoreCase = false;
        Options o = new Options(options, "wildcard_match_option");
        while (o.next()) {
            if (o.name().equals("case_sensitive")) {
                ignoreCase = !o.bool();
            }
        }
        return Globs.matchesAny(text(pattern), text(name), ignoreCase);
    }

    // ---- temporary files

    private static File temporary(Machine m, String base, String extension) {
        m.db().policy().check("create", "file", Atom.of(base));
        try {
            String end = extension.isEmpty() ? "" : "." + extension;
            File file = Files.createTempFile("clew_" + base + "_", end).toFile();
            around(m).deleteLater(file);
            return file;
        } catch (IOException e) {
            throw Errors.permission("create", "file", Atom.of(base));
        }
    }

    private static boolean tmpFile(Machine m, Term[] a) {
        return m.unify(a[1], Atom.of(temporary(m, text(a[0]), "").getPath()));
    }

    /** {@code (Encoding, File, Stream)} or {@code (File, Stream, Options)}. */
    private static boolean tmpFileStream(Machine m, Term[] a) {
        boolean byOptions = a[1].deref() instanceof Var && Lists.itemsOrNull(a[2]) != null;
        Term encoding = byOptions ? Atom.of("text") : Arguments.atom(a[0]);
        String extension = "";
        Options o = new Options(byOptions ? a[2] : Atom.NIL, "tmp_file_option");
        while (o.next()) {
            if (o.name().equals("encoding")) {
                encoding = o.bound();
            } else if (o.name().equals("extension")) {
                extension = text(o.value());
            }
        }
        File file = temporary(m, "", extension);
        boolean binary = encoding == Atom.of("binary");
        Encoding e = binary ? Encoding.OCTET : Opening.encoding(encoding);
        PrologStream s;
        try {
            s = PrologStream.file(file.getPath(), Mode.WRITE);
        } catch (IOException failure) {
            throw Errors.permission("open", "source_sink", Atom.of(file.getPath()));
        }
        Atom path = Atom.of(file.getPath());
        m.db().streams().add(s.binary(binary).encoding(e).fileName(path));
        return m.unify(byOptions ? a[0] : a[1], path)
                && m.unify(byOptions ? a[1] : a[2], s.handle());
    }

    // ---- the environment

    private static boolean getenv(Machine m, Term[] a) {
        String name = text(a[0]);
        m.db().policy().check("access", "environment", a[0].deref());
        String value = around(m).variable(name);
        return value != null && m.unify(a[1], Atom.of(value));
    }

    private static boolean setenv(Machine m, Term[] a) {
        m.db().policy().check("modify", "environment", Arguments.bound(a[0]));
        around(m).variable(text(a[0]), Text.text(a[1]));
        return true;
    }

    private static boolean unsetenv(Machine m, Term[] a) {
        m.db().policy().check("modify", "environment", Arguments.bound(a[0]));
        around(m).variable(text(a[0]), null);
        return true;
    }

    private static int shell(Machine m, Term command) {
        String text = text(command);
        m.db().policy().check("execute", "process", command.deref());
        try {
            return Shell.run(m, text);
        } catch (IOException e) {
            throw Errors.permission("execute", "process", command.deref());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrologError(Atom.of("$aborted"));
        }
    }
}
