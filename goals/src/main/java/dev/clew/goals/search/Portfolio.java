package dev.clew.goals.search;

import java.util.List;

/** Several strategies by turns. One that has nothing left passes its turn. */
final class Portfolio implements Picker {
    private final List<Picker> pickers;
    private final int turn;
    private int current;
    private int taken;

    Portfolio(List<Picker> pickers, int turn) {
        this.pickers = pickers;
        this.turn = turn;
    }

    @Override
    public int batch() {
        return pickers.stream().mapToInt(Picker::batch).max().orElse(1);
    }

    @Override
    public int next(int[] into) {
        for (int tried = 0; tried <= pickers.size(); tried++) {
            if (taken >= turn) {
                pass();
            }
            int count = pickers.get(current).next(into);
            if (count > 0) {
                taken += count;
                return count;
            } else if (pickers.get(current).isComplete()) {
                return 0;
            }
            pass();
        }
        return 0;
    }

    private void pass() {
        current = (current + 1) % pickers.size();
        taken = 0;
    }

    @Override
    public boolean isComplete() {
        return pickers.stream().anyMatch(Picker::isComplete);
    }

    @Override
    public double bound() {
        return pickers.stream().mapToDouble(Picker::bound).max().orElse(0);
    }
}
