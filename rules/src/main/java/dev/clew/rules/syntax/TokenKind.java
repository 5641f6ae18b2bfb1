package dev.clew.rules.syntax;

/** The kinds of tokens (ISO 6.4), as numbers because every token is looked at several times. */
final class TokenKind {
    static final int NAME = 0;
    static final int QUOTED_NAME = 1;
    static final int VARIABLE = 2;
    static final int NUMBER = 3;
    static final int STRING = 4;
    static final int BACK_QUOTED = 5;
    static final int OPEN = 6;
    static final int OPEN_LIST = 7;
    static final int OPEN_CURLY = 8;
    static final int CLOSE = 9;
    static final int CLOSE_LIST = 10;
    static final int CLOSE_CURLY = 11;
    static final int COMMA = 12;
    static final int BAR = 13;
    static final int END = 14;
    static final int END_OF_FILE = 15;

    private TokenKind() {}

    /** Whether tokens of this kind, other than names, can only be the start of a term. */
    static boolean startsTerm(int kind) {
        return kind >= VARIABLE && kind <= OPEN_CURLY;
    }
}
