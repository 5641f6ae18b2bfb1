package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.PrologError;
import dev.clew.rules.terms.Term;

import java.util.List;

/**
 * Reads terms from text (ISO 6.2 to 6.4), one after the other.
 *
 * <p>The reader consumes the full stop of a term and nothing after it, so other readers may go on
 * with the same source. After a {@link SyntaxError}, or an error that tells of bytes that mean no
 * character, it stands behind the full stop of the broken term.
 */
public final class TermReader {
    private final Lexer lexer;
    private final Parser parser;
    private final VariableNames variables;

    /** A reader of {@code source} that knows the given operators. */
    public TermReader(CharSource source, Operators operators, ReadFlags flags) {
        this.lexer = new Lexer(new Input(source, flags.conversion()), flags.comments());
        this.variables = new VariableNames(flags.variables());
        this.parser = new Parser(lexer, operators, flags, variables);
    }

    /**
     * The next term, or {@code end_of_file} if there is none.
     *
     * @throws SyntaxError if the text is not a term
     */
    public ReadResult read() {
        variables.take();
        lexer.kind = TokenKind.NAME;
        lexer.in.restart();
        try {
            lexer.next();
            long start = lexer.start;
            int line = lexer.line;
            int column = lexer.column;
            if (lexer.kind == TokenKind.END_OF_FILE) {
                return new ReadResult(
                        Atom.END_OF_FILE,
                        List.of(),
                        start,
                        start,
                        line,
                        column,
                        null,
                        lexer.takeComments());
            }
            Term term = parser.clause();
            rejectUndecodable();
            return new ReadResult(
                    term,
                    variables.take(),
                    start,
                    lexer.end(),
                    line,
                    column,
                    parser.positions(),
                    lexer.takeComments());
        } catch (SyntaxError error) {
            skipClause();
            rejectUndecodable();
            throw error;
        }
    }

    /** Bytes that mean no character are the fault, whatever else they have led to. */
    private void rejectUndecodable() {
        PrologError error = lexer.in.undecodable();
        if (error != null) {
            throw error;
        }
    }

    private void skipClause() {
        while (lexer.kind != TokenKind.END && lexer.kind != TokenKind.END_OF_FILE) {
            try {
                lexer.next();
            } catch (SyntaxError next) {
                lexer.kind = TokenKind.NAME;
            }
        }
        lexer.takeComments();
    }
}
