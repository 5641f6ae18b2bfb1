package dev.clew.cli.loop;

/** Name and arity of a call with modes, such as {@code append(?Xs, ?Ys, ?Zs) is nondet} or {@code +A = +B}. */
record Signature(String name, int arity) {
    static Signature of(String call) {
        String text = call.strip();
        int open = text.indexOf('(');
        int end = nameEnd(text);
        if (open > 0 && end == open) {
            int close = matching(text, open);
            boolean grammar = text.startsWith("//", close + 1);
            return new Signature(unquoted(text.substring(0, open)), arguments(text, open, close) + (grammar ? 2 : 0));
        } else if (end > 0) {
            boolean grammar = text.startsWith("//", end);
            return new Signature(unquoted(text.substring(0, end)), grammar ? 2 : 0);
        }
        String[] words = text.split(" +");
        return words.length >= 3 ? new Signature(words[1], 2) : new Signature(words[0], words.length - 1);
    }

    private static int nameEnd(String text) {
        if (text.startsWith("'")) {
            return text.indexOf('\'', 1) + 1;
        }
        int i = 0;
        if (text.isEmpty() || !Character.isLowerCase(text.charAt(0)) && text.charAt(0) != '$') {
            return 0;
        }
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || "_$".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private static String unquoted(String name) {
        return name.startsWith("'") ? name.substring(1, name.length() - 1) : name;
    }

    private static int matching(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += isOpening(text.charAt(i)) ? 1 : isClosing(text.charAt(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private static int arguments(String text, int open, int close) {
        int depth = 0;
        int n = 1;
        for (int i = open; i < close; i++) {
            char c = text.charAt(i);
            depth += isOpening(c) ? 1 : isClosing(c) ? -1 : 0;
            n += c == ',' && depth == 1 ? 1 : 0;
        }
        return n;
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == ']' || c == '}';
    }
}
