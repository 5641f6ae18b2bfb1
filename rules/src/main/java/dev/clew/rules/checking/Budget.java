package dev.clew.rules.checking;

/** How many steps searches may still take. */
final class Budget {
    private long left;

    Budget(long steps) {
        this.left = steps;
    }

    void step() {
        if (--left < 0) {
            throw new Undecided("to find out takes too many steps");
        }
    }
}
