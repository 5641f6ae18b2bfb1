package dev.clew.rules.syntax;

/** How atoms and quoted text look (ISO 6.4.2). */
final class AtomText {
    private AtomText() {}

    /** The atom as it must be written to be read back: in quotes unless it is a token by itself. */
    static String quoted(String name) {
        return needsQuotes(name) ? quote(name, '\'') : name;
    }

    /** Whether an atom must be quoted. */
    static boolean needsQuotes(String name) {
        int n = name.length();
        if (n == 0) {
            return true;
        }
        char first = name.charAt(0);
        if (first < 128) {
            switch (Chars.kind(first)) {
                case Chars.SMALL:
                    return !isAlphanumeric(name, 1);
                case Chars.SYMBOL:
                    return !isSymbolic(name);
                case Chars.SOLO:
                    return !(name.equals("[]")
                            || name.equals("!")
                            || name.equals(";")
                            || name.equals("{}"));
                default:
                    return true;
            }
        }
        int c = name.codePointAt(0);
        int kind = Chars.kind(c);
        if (kind == Chars.SMALL) {
            return !isAlphanumeric(name, Character.charCount(c));
        }
        return kind != Chars.SYMBOL || !isSymbolic(name);
    }

    private static boolean isAlphanumeric(String name, int from) {
        int i = from;
        while (i < name.length()) {
            int c = name.codePointAt(i);
            if (!Chars.isAlphanumeric(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private static boolean isSymbolic(String name) {
        if (name.startsWith("/*") || name.equals(".")) {
            return false;
        }
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            if (Chars.kind(c) != Chars.SYMBOL) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    /**
     * The text in quotes, with escapes. A single quote in the text is doubled, as the standard has
     * it; others get a backslash.
     */
    static String quote(String text, char quote) {
        StringBuilder b = new StringBuilder(text.length() + 8);
        b.append(quote);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == quote) {
                b.append(quote == '\'' ? '\'' : '\\').append(quote);
            } else if (c == '\\') {
                b.append("\\\\");
            } else if (c < ' ' || c >= 127) {
                appendSpecial(b, c);
            } else {
                b.append((char) c);
            }
        }
        return b.append(quote).toString();
    }

    private static void appendSpecial(StringBuilder b, int c) {
        if (c >= 7 && c <= 13) {
            b.append('\\').append("abtnvfr".charAt(c - 7));
        } else if (c > 160 && isGraphic(c)) {
            b.appendCodePoint(c);
        } else {
            b.append("\\x").append(Integer.toHexString(c)).append('\\');
        }
    }

    private static boolean isGraphic(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE
                && type != Character.SPACE_SEPARATOR
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
