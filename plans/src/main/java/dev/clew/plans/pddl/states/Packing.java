package dev.clew.plans.pddl.states;

/** Where in the words of a packed state each variable has its bits. */
public final class Packing {
    private final int primary;
    private final int[] word;
    private final int[] shift;
    private final int[] mask;
    private final int words;

    /** Puts variables into words of 32 bits, wide ones first. */
    public Packing(Task task) {
        primary = task.primary;
        word = new int[primary];
        shift = new int[primary];
        mask = new int[primary];
        int[] free = new int[primary + 1];
        int used = 0;
        int[] widths = new int[primary];
        for (int v = 0; v < primary; v++) {
            widths[v] = Math.max(1, 32 - Integer.numberOfLeadingZeros(task.sizes[v] - 1));
        }
        for (int width = 31; width > 0; width--) {
            int w = 0;
            for (int v = 0; v < primary; v++) {
                if (widths[v] != width) {
                    continue;
                }
                while (w < used && free[w] < width) {
                    w++;
                }
                if (w == used) {
                    free[used++] = 32;
                }
                word[v] = w;
                shift[v] = 32 - free[w];
                mask[v] = (int) ((1L << width) - 1);
                free[w] -= width;
            }
        }
        words = Math.max(1, used);
    }

    /** How many words a state takes. */
    public int words() {
        return words;
    }

    /** Packs a state. */
    public void pack(int[] state, int[] words, int at) {
        for (int i = 0; i < this.words; i++) {
            words[at + i] = 0;
        }
        for (int v = 0; v < primary; v++) {
            words[at + word[v]] |= state[v] << shift[v];
        }
    }

    /** Unpacks a state. */
    public void unpack(int[] words, int at, int[] state) {
        for (int v = 0; v < primary; v++) {
            state[v] = words[at + word[v]] >>> shift[v] & mask[v];
        }
    }
}
