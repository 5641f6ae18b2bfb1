package dev.clew.plans.pddl.reading;

import dev.clew.plans.pddl.PddlError;
import dev.clew.plans.pddl.model.Expression;
import dev.clew.plans.pddl.model.Source;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads amounts. */
final class ExpressionReader {
    private final Source source;
    private final Vocabulary vocabulary;

    ExpressionReader(Source source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
    }

    Expression read(Node node, Scope scope) {
        if (node instanceof Node.Word word) {
            return word(word, scope);
        }
        Node.Group g = (Node.Group) node;
        String head = g.head();
        if (head.length() == 1 && "+-*/".contains(head)) {
            if (g.size() < 2) {
                throw new PddlError(source, g.at(), "Amounts should follow the sign.", null);
            }
            List<Expression> parts = new ArrayList<>();
            for (Node part : g.items().subList(1, g.size())) {
                parts.add(read(part, scope));
            }
            return new Expression.Arithmetic(head.charAt(0), parts, g.at());
        }
        return new Expression.Value(vocabulary.function(source, g, scope), g.at());
    }

    private Expression word(Node.Word word, Scope scope) {
        BigDecimal number = number(word.text());
        if (number != null) {
            return new Expression.Number(number, word.at());
        }
        if (vocabulary.functions.containsKey(word.text())) {
            Node.Group group = new Node.Group(List.of(word), word.at(), word.at());
            return new Expression.Value(vocabulary.function(source, group, scope), word.at());
        }
        throw new PddlError(
                source, word.at(), "A number should stand here, not (" + word.text() + ").", null);
    }

    /** The number that a word is, or null. */
    static @Nullable BigDecimal number(String text) {
        char c = text.charAt(text.length() - 1);
        if (text.length() > 40 || (c < '0' || c > '9') && c != '.') {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
