package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;

import org.jspecify.annotations.Nullable;

/** Makes the errors of the {@link Parser}: what was found, and what was expected. */
final class Complaints {
    private static final Atom BAR = Atom.of("|");

    private final Lexer lexer;
    private final Operators operators;

    Complaints(Lexer lexer, Operators operators) {
        this.lexer = lexer;
        this.operators = operators;
    }

    /** The current token as an infix operator, or null if it is none. */
    @Nullable Op foundInfix() {
        return switch (lexer.kind) {
            case TokenKind.NAME, TokenKind.QUOTED_NAME -> operators.infix(lexer.atom);
            case TokenKind.COMMA -> operators.infix(Functor.COMMA.name());
            case TokenKind.BAR -> operators.infix(BAR);
            default -> null;
        };
    }

    /** After a complete term, the current token cannot follow. */
    SyntaxError unexpected(String after, String wanted) {
        int kind = lexer.kind;
        String id = "operator_expected";
        if (kind >= TokenKind.CLOSE && kind <= TokenKind.CLOSE_CURLY) {
            id = "cannot_end_term";
        } else if (kind == TokenKind.END) {
            id = "end_of_clause";
        }
        return error(id, "After " + after + ", " + wanted + " is expected, not " + found() + ".");
    }

    /** The current token cannot start a term. */
    SyntaxError noOperand() {
        String id = lexer.kind == TokenKind.END ? "end_of_clause" : "cannot_start_term";
        return error(id, "A term is expected here, not " + found() + ".");
    }

    /**
     * An operator does not fit, as its priority is above {@code max}, or that of its left operand
     * is too high for it.
     */
    SyntaxError clash(Op op, int max, int leftPriority, int line, int column, long offset) {
        String sentence =
                "The operator ("
                        + op.name().name()
                        + ") of priority ("
                        + op.priority()
                        + ") does not fit ";
        if (op.priority() > max) {
            sentence += "here, where priorities up to (" + max + ") are allowed.";
        } else {
            sentence += "after a term of priority (" + leftPriority + ").";
        }
        return new SyntaxError(
                "operator_clash", sentence + " Maybe use parentheses.", line, column, offset);
    }

    /** An operator stands for itself in the place of an operand. */
    SyntaxError bare(Atom operator, int line, int column, long offset) {
        String sentence =
                "The operator ("
                        + operator.name()
                        + ") stands where an operand is expected. Maybe put it in parentheses.";
        return new SyntaxError("operator_clash", sentence, line, column, offset);
    }

    private SyntaxError error(String id, String sentence) {
        boolean atEnd = lexer.kind == TokenKind.END_OF_FILE;
        return new SyntaxError(
                atEnd ? "end_of_file" : id, sentence, lexer.line, lexer.column, lexer.start);
    }

    private String found() {
        return switch (lexer.kind) {
            case TokenKind.NAME, TokenKind.QUOTED_NAME -> "(" + lexer.atom.name() + ")";
            case TokenKind.VARIABLE -> "the variable (" + lexer.text + ")";
            case TokenKind.NUMBER -> "the number (" + NumberText.of(lexer.number) + ")";
            case TokenKind.STRING, TokenKind.BACK_QUOTED -> "quoted text";
            case TokenKind.OPEN -> "(()";
            case TokenKind.OPEN_LIST -> "([)";
            case TokenKind.OPEN_CURLY -> "({)";
            case TokenKind.CLOSE -> "())";
            case TokenKind.CLOSE_LIST -> "(])";
            case TokenKind.CLOSE_CURLY -> "(})";
            case TokenKind.COMMA -> "(,)";
            case TokenKind.BAR -> "(|)";
            case TokenKind.END -> "the end of the clause";
            default -> "the end of the file";
        };
    }
}
