package dev.clew.rules.syntax;

/** The classes of characters of ISO 6.5, extended to Unicode. */
final class Chars {
    /** Not a character of Prolog text. */
    static final int OTHER = 0;

    static final int LAYOUT = 1;
    static final int SMALL = 2;
    static final int CAPITAL = 3;
    static final int DIGIT = 4;
    static final int SYMBOL = 5;

    /** Cut, semicolon, comma, bar, brackets. */
    static final int SOLO = 6;

    static final int QUOTE = 7;
    static final int PERCENT = 8;
    static final int END = 9;

    private static final byte[] ASCII = ascii();

    /** Non-zero for the ASCII characters that go on a name. */
    static final byte[] WORD = word();

    private Chars() {}

    private static byte[] ascii() {
        byte[] kinds = new byte[128];
        for (int c = 9; c <= 13; c++) {
            kinds[c] = LAYOUT;
        }
        kinds[' '] = LAYOUT;
        for (int c = 'a'; c <= 'z'; c++) {
            kinds[c] = SMALL;
            kinds[c - 32] = CAPITAL;
        }
        kinds['_'] = CAPITAL;
        for (int c = '0'; c <= '9'; c++) {
            kinds[c] = DIGIT;
        }
        set(kinds, "#$&*+-./:<=>?@^~\\", SYMBOL);
        set(kinds, "!;,|()[]{}", SOLO);
        set(kinds, "'\"`", QUOTE);
        kinds['%'] = PERCENT;
        return kinds;
    }

    private static byte[] word() {
        byte[] word = new byte[128];
        for (int c = 0; c < 128; c++) {
            word[c] =
                    (byte) (ASCII[c] == SMALL || ASCII[c] == CAPITAL || ASCII[c] == DIGIT ? 1 : 0);
        }
        return word;
    }

    private static void set(byte[] kinds, String chars, int kind) {
        for (int i = 0; i < chars.length(); i++) {
            kinds[chars.charAt(i)] = (byte) kind;
        }
    }

    /** The class of a character; {@link #END} for -1. */
    static int kind(int c) {
        return c < 128 ? (c < 0 ? END : ASCII[c]) : unicode(c);
    }

    private static int unicode(int c) {
        if (Character.isUnicodeIdentifierStart(c)) {
            return Character.isUpperCase(c) || Character.isTitleCase(c) ? CAPITAL : SMALL;
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return LAYOUT;
        } else if (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c)) {
            return DIGIT;
        }
        return isSymbol(Character.getType(c)) ? SYMBOL : OTHER;
    }

    private static boolean isSymbol(int type) {
        return type == Character.MATH_SYMBOL
                || type == Character.CURRENCY_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || type == Character.OTHER_SYMBOL
                || type == Character.DASH_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION;
    }

    /** Whether the character can go on a name or variable. */
    static boolean isAlphanumeric(int c) {
        int kind = kind(c);
        return kind == SMALL || kind == CAPITAL || kind == DIGIT;
    }

    static boolean isDecimal(int c) {
        return c >= '0' && c <= '9';
    }

    /** The value of a digit in bases up to 36, or 99 if {@code c} is none. */
    static int digit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        } else if (c >= 'a' && c <= 'z') {
            return c - 'a' + 10;
        } else if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 10;
        }
        return 99;
    }
}
