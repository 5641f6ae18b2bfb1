package dev.clew.rules.syntax;

import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link TermReader} reads.
 *
 * @param doubleQuotes what {@code "text"} stands for
 * @param backQuotes what {@code `text`} stands for
 * @param conversion the character conversion in force, or null for none
 * @param variables makes the variables
 * @param bareOperators whether an operator may stand where an operand is wanted, as in {@code X =
 *     +}, which ISO forbids
 * @param positions whether to compute the positions of all subterms
 * @param comments whether to collect comments
 */
public record ReadFlags(
        TextKind doubleQuotes,
        TextKind backQuotes,
        @Nullable CharConversion conversion,
        FreshVariables variables,
        boolean bareOperators,
        boolean positions,
        boolean comments) {

    private static final FreshVariables PLAIN =
            new FreshVariables() {
                @Override
                public Var fresh() {
                    return new Var();
                }
            };

    private static final ReadFlags STANDARD =
            new ReadFlags(TextKind.STRING, TextKind.CODES, null, PLAIN, false, false, false);

    /**
     * Strings in double quotes, codes in back quotes, no conversion, variables that belong to no
     * engine.
     */
    public static ReadFlags standard() {
        return STANDARD;
    }

    /** These flags with other meanings of quotes. */
    public ReadFlags withQuotes(TextKind doubles, TextKind backs) {
        return new ReadFlags(
                doubles, backs, conversion, variables, bareOperators, positions, comments);
    }

    /** These flags with another source of variables. */
    public ReadFlags withVariables(FreshVariables source) {
        return new ReadFlags(
                doubleQuotes, backQuotes, conversion, source, bareOperators, positions, comments);
    }

    /** These flags with another character conversion; null for none. */
    public ReadFlags withConversion(@Nullable CharConversion other) {
        return new ReadFlags(
                doubleQuotes, backQuotes, other, variables, bareOperators, positions, comments);
    }

    /** These flags with or without bare operators as operands. */
    public ReadFlags withBareOperators(boolean allowed) {
        return new ReadFlags(
                doubleQuotes, backQuotes, conversion, variables, allowed, positions, comments);
    }

    /** These flags with or without subterm positions and comments. */
    public ReadFlags withLayout(boolean wantPositions, boolean wantComments) {
        return new ReadFlags(
                doubleQuotes,
                backQuotes,
                conversion,
                variables,
                bareOperators,
                wantPositions,
                wantComments);
    }
}
