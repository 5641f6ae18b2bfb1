package dev.clew.rules.machine;

/**
 * What set-at-a-time evaluation keeps for a database: the dictionary, and an age that tells whether
 * derived tuples are still wanted.
 */
final class SetSpace {
    private static final int FEW = 100_000;

    private volatile SetDictionary dictionary = new SetDictionary();
    private volatile int sizeOfFacts;
    private volatile long age;

    SetDictionary dictionary() {
        return dictionary;
    }

    /** Grows when all tables are abolished. */
    long age() {
        return age;
    }

    /** Forgets all derived tuples, when they are used next. */
    synchronized void abolish() {
        age++;
    }

    /** Notes how many constants the facts of programs have. */
    synchronized void noteFacts() {
        sizeOfFacts = Math.max(sizeOfFacts, dictionary.size());
    }

    /** Starts anew with the dictionary when constants of goals and results have made it large. */
    void tidy() {
        if (dictionary.size() > FEW + 2 * sizeOfFacts) {
            synchronized (this) {
                if (dictionary.size() > FEW + 2 * sizeOfFacts) {
                    dictionary = new SetDictionary();
                    sizeOfFacts = 0;
                }
            }
        }
    }
}
