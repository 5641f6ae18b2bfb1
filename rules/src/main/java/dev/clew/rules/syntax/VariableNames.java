package dev.clew.rules.syntax;

import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables of the clause that is being read. */
final class VariableNames {
    private static final int FEW = 12;

    private final FreshVariables source;
    private List<ReadVariable> all = new ArrayList<>();
    private @Nullable Map<String, ReadVariable> index;

    VariableNames(FreshVariables source) {
        this.source = source;
    }

    /** The variables so far; starts anew. */
    List<ReadVariable> take() {
        List<ReadVariable> taken = all;
        all = new ArrayList<>();
        index = null;
        return taken;
    }

    /** The variable that the current token names. */
    Var of(Lexer token) {
        String name = token.text;
        boolean anonymous = name.length() == 1 && name.charAt(0) == '_';
        ReadVariable known = anonymous ? null : find(name);
        if (known != null) {
            known.occursAgain();
            return known.variable();
        }
        ReadVariable fresh =
                new ReadVariable(name, source.fresh(), token.start, token.line, token.column);
        all.add(fresh);
        if (index != null && !anonymous) {
            index.put(name, fresh);
        }
        return fresh.variable();
    }

    private @Nullable ReadVariable find(String name) {
        if (index != null) {
            return index.get(name);
        }
        for (ReadVariable v : all) {
            if (v.name().equals(name)) {
                return v;
            }
        }
        if (all.size() >= FEW) {
            buildIndex();
        }
        return null;
    }

    private void buildIndex() {
        Map<String, ReadVariable> map = new HashMap<>();
        for (ReadVariable v : all) {
            if (!v.isAnonymous()) {
                map.put(v.name(), v);
            }
        }
        index = map;
    }
}
