package dev.clew.rules.streams;

/** Where a text stream stands: characters, lines and columns passed. */
final class Position {
    /** Characters passed. */
    long characters;

    /** The current line, from 1. */
    int line = 1;

    /** The current column, from 0; tabs go to multiples of 8. */
    int column;

    void advance(int c) {
        characters++;
        if (c >= ' ') {
            column++;
            return;
        }
        switch (c) {
            case '\n':
                line++;
                column = 0;
                break;
            case '\r':
                column = 0;
                break;
            case '\b':
                column = Math.max(0, column - 1);
                break;
            case '\t':
                column = (column | 7) + 1;
                break;
            default:
                column++;
        }
    }

    void set(long characters, int line, int column) {
        this.characters = characters;
        this.line = line;
        this.column = column;
    }
}
