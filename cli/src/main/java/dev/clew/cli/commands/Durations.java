package dev.clew.cli.commands;

/** Lengths of time as users write them: {@code 500ms}, {@code 2s}, {@code 1.5m}, {@code 1h}. */
public final class Durations {
    private Durations() {}

    static long nanos(String option, String text) {
        int end = text.length();
        while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        double unit = unit(text.substring(end));
        double number = number(text.substring(0, end));
        if (unit == 0 || !(number > 0)) {
            String hint =
                    end == text.length() && number > 0
                            ? "Maybe " + text + "s?"
                            : "Maybe 2s, 500ms or 1m.";
            throw new UsageError(
                    "The argument (" + text + ") of " + option + " must be a length of time.",
                    hint);
        }
        return (long) Math.min(number * unit, Long.MAX_VALUE / 4.0);
    }

    private static double unit(String name) {
        return switch (name) {
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m", "min" -> 60e9;
            case "h" -> 3600e9;
            default -> 0;
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
