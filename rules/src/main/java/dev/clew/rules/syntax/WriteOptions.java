package dev.clew.rules.syntax;

import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * How a {@link TermWriter} writes: the options of {@code write_term/2}. Set the fields before use;
 * no writer changes them.
 */
public final class WriteOptions {
    /** Whether atoms and strings are quoted where reading back needs it. */
    public boolean quoted;

    /**
     * Whether every compound is written in functional notation: operators, lists and terms in
     * braces.
     */
    public boolean ignoreOps;

    /** Whether lists keep their notation even if {@link #ignoreOps} is set. */
    public boolean keepLists;

    /** Whether {@code '$VAR'(N)} is written as a variable name. */
    public boolean numberVars;

    /**
     * Whether {@code '$VAR'('_')}, what {@code numbervars/4} makes of a variable that occurs once,
     * is written as {@code _}.
     */
    public boolean anonymous;

    /** Whether lists are written as {@code '.'(Head,Tail)}. */
    public boolean dotLists;

    /** Whether lists are written in functional notation, as {@link #dotLists}. */
    public boolean noLists;

    /** Whether {@code {}(X)} is written as {@code {X}} even if {@link #ignoreOps} is set. */
    public boolean braceTerms;

    /**
     * Whether shared structure of cyclic terms is written as {@code @(Template,Substitutions)};
     * else it is cut off.
     */
    public boolean cycles = true;

    /** Whether a space follows the commas between arguments. */
    public boolean spaceArguments;

    /** Whether spaces stand around operators that bind weakly, such as {@code =} and {@code ;}. */
    public boolean spaceOperators;

    /**
     * Whether the term is part of a text, so that it is kept apart from the token written before
     * it.
     */
    public boolean partial;

    /** Whether a full stop and a line end follow the term. */
    public boolean fullStop;

    /** Whether a line end follows the term. */
    public boolean newLine;

    /** How deep terms are written; 0 for no limit. */
    public int maxDepth;

    /**
     * The priority of the place where the term is written: operators of higher ones go in
     * parentheses.
     */
    public int priority = 1200;

    /** The names of variables, or null. */
    public @Nullable Map<Var, String> variableNames;

    /** Writes some terms in its own way, or null. */
    public @Nullable Portray portray;

    /** The options of {@code write/1}. */
    public static WriteOptions write() {
        WriteOptions o = new WriteOptions();
        o.numberVars = true;
        return o;
    }

    /** The options of {@code writeq/1}. */
    public static WriteOptions writeq() {
        WriteOptions o = write();
        o.quoted = true;
        return o;
    }

    /**
     * The options of {@code write_canonical/1}; lists appear as {@code '.'(Head,Tail)}, as 7.10.4
     * demands of ignore_ops.
     */
    public static WriteOptions canonical() {
        WriteOptions o = new WriteOptions();
        o.quoted = true;
        o.ignoreOps = true;
        return o;
    }

    /** A copy, to be changed. */
    public WriteOptions copy() {
        WriteOptions o = new WriteOptions();
        o.quoted = quoted;
        o.ignoreOps = ignoreOps;
        o.keepLists = keepLists;
        o.numberVars = numberVars;
        o.anonymous = anonymous;
        o.dotLists = dotLists;
        o.noLists = noLists;
        o.braceTerms = braceTerms;
        o.cycles = cycles;
        o.spaceArguments = spaceArguments;
        o.spaceOperators = spaceOperators;
        o.partial = partial;
        o.fullStop = fullStop;
        o.newLine = newLine;
        o.maxDepth = maxDepth;
        o.priority = priority;
        o.variableNames = variableNames;
        o.portray = portray;
        return o;
    }
}
