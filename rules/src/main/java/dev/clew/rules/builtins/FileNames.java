package dev.clew.rules.builtins;

/** The parts of file names, as text. */
final class FileNames {
    private FileNames() {}

    private static String withoutTrailingSlashes(String name) {
        int end = name.length();
        while (end > 1 && name.charAt(end - 1) == '/') {
            end--;
        }
        return name.substring(0, end);
    }

    /** The directory of a file: what stands before the last slash. */
    static String directory(String name) {
        String n = withoutTrailingSlashes(name);
        int slash = n.lastIndexOf('/');
        if (slash < 0) {
            return ".";
        }
        return slash == 0 ? "/" : withoutTrailingSlashes(n.substring(0, slash));
    }

    /** The name of a file without its directory. */
    static String base(String name) {
        String n = withoutTrailingSlashes(name);
        return n.equals("/") ? n : n.substring(n.lastIndexOf('/') + 1);
    }

    /** Where the extension starts, with its dot; -1 if there is none. */
    static int extensionStart(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && name.indexOf('/', dot) < 0 ? dot : -1;
    }

    /** The extension of a file name without the dot, maybe empty. */
    static String extension(String name) {
        int dot = extensionStart(name);
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** The name without its extension. */
    static String stem(String name) {
        int dot = extensionStart(name);
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The name with an extension, given with or without a dot, unless it has it already. */
    static String withExtension(String name, String extension) {
        String e = extension.startsWith(".") ? extension.substring(1) : extension;
        return e.isEmpty() || extension(name).equals(e) ? name : name.concat(".").concat(e);
    }

    /** The path of {@code file} seen from where {@code directory} is seen. */
    static String join(String directory, String file) {
        if (file.startsWith("/") || directory.equals(".")) {
            return file;
        }
        return (directory.endsWith("/") ? directory : directory.concat("/")).concat(file);
    }

    /** The path that leads from the directory of one absolute path to another. */
    static String relative(String from, String to) {
        String[] a = from.split("/", -1);
        String[] b = to.split("/", -1);
        int same = 0;
        while (same < a.length - 1 && same < b.length - 1 && a[same].equals(b[same])) {
            same++;
        }
        StringBuilder out = new StringBuilder();
        out.append("../".repeat(a.length - 1 - same));
        for (int i = same; i < b.length; i++) {
            out.append(b[i]).append(i == b.length - 1 ? "" : "/");
        }
        return out.toString();
    }
}
