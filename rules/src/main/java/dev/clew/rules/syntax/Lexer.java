package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into tokens (ISO 6.4). It holds one token, the current one, in its fields; {@link
 * #next} moves on. It never looks further than the character after the token.
 */
final class Lexer {
    private static final Atom CUT = Atom.of("!");
    private static final Atom SEMICOLON = Atom.of(";");

    final Input in;

    /** One of {@link TokenKind}. */
    int kind;

    /** The atom, if the token is a name. */
    Atom atom = Atom.NIL;

    /** The number, if the token is one. */
    Numeric number = Int.of(0);

    /** The name of a variable, or the text between quotes. */
    String text = "";

    int line;
    int column;
    long start;

    private final StringBuilder buffer = new StringBuilder();
    private final Quoted quoted;
    private final Numbers numbers;
    private final @Nullable List<Comment> comments;

    Lexer(Input in, boolean wantComments) {
        this.in = in;
        this.quoted = new Quoted(in, buffer);
        this.numbers = new Numbers(in, buffer, quoted);
        this.comments = wantComments ? new ArrayList<>() : null;
    }

    /** The comments met so far; forgets them. */
    List<Comment> takeComments() {
        if (comments == null || comments.isEmpty()) {
            return List.of();
        }
        List<Comment> taken = List.copyOf(comments);
        comments.clear();
        return taken;
    }

    /** Where the current token ends. */
    long end() {
        return in.offset();
    }

    /**
     * Whether the current token is directly followed by an opening parenthesis, as the name of a
     * compound is.
     */
    boolean opensArguments() {
        return in.peek() == '(';
    }

    /** Whether the current token is directly followed by a digit, as a sign is. */
    boolean signsNumber() {
        return Chars.isDecimal(in.peek());
    }

    /** Moves to the next token. */
    void next() {
        skipLayout();
        line = in.line();
        column = in.column();
        start = in.offset();
        int c = in.read();
        switch (Chars.kind(c)) {
            case Chars.SMALL -> {
                kind = TokenKind.NAME;
                atom = Atom.of(in.word(c, buffer));
            }
            case Chars.CAPITAL -> {
                kind = TokenKind.VARIABLE;
                text = in.word(c, buffer);
            }
            case Chars.DIGIT -> {
                if (!Chars.isDecimal(c)) {
                    throw illegal(c);
                }
                kind = TokenKind.NUMBER;
                number = numbers.read(c);
            }
            case Chars.SYMBOL -> symbol(c);
            case Chars.SOLO -> solo(c);
            case Chars.QUOTE -> quote(c);
            case Chars.END -> kind = TokenKind.END_OF_FILE;
            default -> throw illegal(c);
        }
    }

    private SyntaxError illegal(int c) {
        String shown = c > ' ' ? "(" + Character.toString(c) + ")" : "with code (" + c + ")";
        return new SyntaxError(
                "illegal_character",
                "The character " + shown + " has no meaning outside of quotes.",
                line,
                column,
                start);
    }

    private void symbol(int first) {
        int c = in.peek();
        int next = Chars.kind(c);
        kind = TokenKind.NAME;
        if (next != Chars.SYMBOL) {
            boolean ends = next == Chars.LAYOUT || next == Chars.PERCENT || next == Chars.END;
            if (first == '.' && ends) {
                kind = TokenKind.END;
            } else {
                atom = Atom.ofCodePoint(first);
            }
            return;
        }
        StringBuilder b = buffer;
        b.setLength(0);
        b.appendCodePoint(first);
        while (Chars.kind(c) == Chars.SYMBOL) {
            b.appendCodePoint(c);
            in.read();
            c = in.peek();
        }
        atom = Atom.of(b.toString());
    }

    private void solo(int c) {
        switch (c) {
            case '(' -> kind = TokenKind.OPEN;
            case ')' -> kind = TokenKind.CLOSE;
            case '[' -> kind = TokenKind.OPEN_LIST;
            case ']' -> kind = TokenKind.CLOSE_LIST;
            case '{' -> kind = TokenKind.OPEN_CURLY;
            case '}' -> kind = TokenKind.CLOSE_CURLY;
            case ',' -> kind = TokenKind.COMMA;
            case '|' -> kind = TokenKind.BAR;
            default -> {
                kind = TokenKind.NAME;
                atom = c == '!' ? CUT : SEMICOLON;
            }
        }
    }

    private void quote(int quote) {
        text = quoted.read(quote);
        if (quote == '\'') {
            kind = TokenKind.QUOTED_NAME;
            atom = Atom.of(text);
        } else {
            kind = quote == '"' ? TokenKind.STRING : TokenKind.BACK_QUOTED;
        }
    }

    /** Skips white space and comments. */
    void skipLayout() {
        while (true) {
            in.skipSpaces();
            int c = in.peek();
            int k = Chars.kind(c);
            if (k == Chars.LAYOUT) {
                in.read();
            } else if (k == Chars.PERCENT) {
                lineComment();
            } else if (c != '/' || !blockComment()) {
                return;
            }
        }
    }

    private void lineComment() {
        if (comments == null) {
            in.skipLine();
            return;
        }
        int atLine = in.line();
        int atColumn = in.column();
        long at = in.offset();
        buffer.setLength(0);
        int c = in.peek();
        while (c != '\n' && c != -1) {
            buffer.appendCodePoint(c);
            in.read();
            c = in.peek();
        }
        keepComment(at, atLine, atColumn);
    }

    private boolean blockComment() {
        int atLine = in.line();
        int atColumn = in.column();
        long at = in.offset();
        in.read();
        if (in.peek() != '*') {
            in.unread('/');
            return false;
        }
        in.read();
        buffer.setLength(0);
        buffer.append("/*");
        int before = 0;
        int c = in.read();
        while (before != '*' || c != '/') {
            if (c == -1) {
                throw new SyntaxError(
                        "end_of_file_in_block_comment",
                        "The comment that starts here is never closed by (*/).",
                        atLine,
                        atColumn,
                        at);
            }
            if (comments != null) {
                buffer.appendCodePoint(c);
            }
            before = c;
            c = in.read();
        }
        buffer.append('/');
        keepComment(at, atLine, atColumn);
        return true;
    }

    private void keepComment(long at, int atLine, int atColumn) {
        if (comments != null) {
            comments.add(new Comment(buffer.toString(), at, atLine, atColumn));
        }
    }
}
