package dev.clew.rules.conformity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks texts: deletes, doubles, swaps and exchanges tokens and characters. */
final class Mutator {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s+|[A-Za-z0-9_]+|'(?:[^'\\\\]|\\\\.)*'|\"[^\"]*\"|[-+*/\\\\^<>=~:.?@#&]+|.",
                    Pattern.DOTALL);
    private static final String CHARACTERS =
            "'\"`()[]{},|.:-\\0_aZ \n\t\u00e9\u4e2d\ud83d\ude00\0!;%*/";
    private static final String[] WORDS = {
        "X",
        "_",
        "[]",
        "0",
        "-1",
        "1.0e10",
        "foo",
        "f(X)",
        "[a|T]",
        "\"text\"",
        "!",
        "(a,b)",
        "10000000000000000000000",
        "{}",
        "X^Y"
    };
    private static final int PROGRAM_PART = 1500;

    private final Random random;
    private final List<String> goals;
    private final List<String> programs;

    Mutator(Random random, List<String> goals, List<String> programs) {
        this.random = random;
        this.goals = goals;
        this.programs = programs;
    }

    /** A broken goal. */
    String goal() {
        String goal = mutate(any(goals), 1 + random.nextInt(2));
        return switch (random.nextInt(20)) {
            case 0 -> "findall(X, (" + goal + "), Xs)";
            case 1 -> "\\+ (" + goal + ")";
            case 2 -> "catch((" + goal + "), E, (print_message(error, E), fail))";
            case 3 -> "(" + goal + "), fail ; " + any(goals);
            case 4 -> "setof(X-Y, (" + goal + "), Xs)";
            case 5 -> "(" + goal + " -> " + any(goals) + " ; true)";
            case 6 -> "freeze(X, (" + goal + ")), X = 1";
            case 7 -> "setup_call_cleanup(true, (" + goal + "), writeq(done))";
            case 8 -> "assertz((mutant(X, Y) :- " + goal + ")), mutant(A, B)";
            case 9 -> "forall((" + goal + "), (writeq(X), listing(mutant/2)))";
            default -> goal;
        };
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** A broken part of a library, without its module declaration. */
    String program() {
        String all = any(programs);
        int start = random.nextInt(Math.max(1, all.length() - PROGRAM_PART));
        int clause = all.indexOf(".\n", start);
        start = clause < 0 ? start : clause + 2;
        String part = all.substring(start, Math.min(all.length(), start + PROGRAM_PART));
        return mutate(part, 1 + random.nextInt(8));
    }

    private String mutate(String text, int times) {
        String mutated = text;
        for (int i = 0; i < times; i++) {
            mutated = random.nextInt(5) == 0 ? mutateCharacters(mutated) : mutateTokens(mutated);
        }
        return mutated;
    }

    private String mutateCharacters(String text) {
        if (text.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
            case 0 -> out.deleteCharAt(at);
            case 1 -> out.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            default -> out.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return out.toString();
    }

    private String mutateTokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        if (tokens.isEmpty()) {
            return text;
        }
        int at = word(tokens);
        int other = word(tokens);
        switch (random.nextInt(12)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(other));
            case 2, 3, 4 -> tokens.set(at, tokens.set(other, tokens.get(at)));
            case 5, 6, 7, 8 -> tokens.set(at, WORDS[random.nextInt(WORDS.length)]);
            default -> tokens.set(at, tokens.get(other));
        }
        return String.join("", tokens);
    }

    /**
     * Mostly the index of a word or number: changing those leaves a term more often than changing
     * punctuation.
     */
    private int word(List<String> tokens) {
        int at = random.nextInt(tokens.size());
        for (int i = random.nextInt(8);
                i > 0 && !Character.isLetterOrDigit(tokens.get(at).charAt(0));
                i--) {
            at = random.nextInt(tokens.size());
        }
        return at;
    }
}
