package dev.clew.plans.stories;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Numbers the steps of a partial plan in an order that does not depend on how they were numbered.
 * Steps get colours that are refined by the colours around them until no more can be told apart
 * (Weisfeiler and Leman 1968); where several still have the same, each is tried as the first of
 * them, and the least outcome wins (McKay 1981, without his pruning: such ties are rare and small).
 */
final class Canon {
    private static final int FIXED = 2;

    private final PartialPlan plan;
    private final int size;
    private @Nullable PartialPlan best;

    private Canon(PartialPlan plan) {
        this.plan = plan;
        this.size = plan.size();
    }

    static PartialPlan of(PartialPlan plan) {
        if (plan.size() <= FIXED + 1) {
            return plan;
        }
        Canon canon = new Canon(plan);
        long[] colours = new long[plan.size()];
        for (int i = 0; i < colours.length; i++) {
            // The opening and the ending come first.
            colours[i] = i < FIXED ? i : mix(plan.does[i], Arrays.hashCode(plan.serves[i]));
        }
        canon.tryAll(colours);
        PartialPlan best = canon.best;
        return best == null ? plan : best;
    }

    private void tryAll(long[] given) {
        long[] colours = refined(given);
        int[] tied = tied(colours);
        if (tied.length == 0) {
            PartialPlan found = renumbered(colours);
            if (best == null || compare(found, best) < 0) {
                best = found;
            }
            return;
        }
        for (int step : tied) {
            long[] chosen = colours.clone();
            chosen[step] = mix(chosen[step], 1);
            tryAll(chosen);
        }
    }

    /** The steps of the least colour that several have. */
    private int[] tied(long[] colours) {
        long least = Long.MAX_VALUE;
        boolean isTie = false;
        for (int i = FIXED; i < size; i++) {
            for (int j = FIXED; j < i; j++) {
                if (colours[i] == colours[j] && colours[i] <= least) {
                    least = colours[i];
                    isTie = true;
                }
            }
        }
        int[] tied = new int[size];
        int count = 0;
        for (int i = FIXED; isTie && i < size; i++) {
            if (colours[i] == least) {
                tied[count++] = i;
            }
        }
        return Arrays.copyOf(tied, count);
    }

    private long[] refined(long[] given) {
        long[] colours = given;
        int distinct = 0;
        while (true) {
            long[] finer = finer(colours);
            int now = (int) Arrays.stream(finer).distinct().count();
            if (now == size) {
                return finer;
            } else if (now == distinct) {
                return colours;
            }
            distinct = now;
            colours = finer;
        }
    }

    private long[] finer(long[] colours) {
        long[] finer = new long[size];
        for (int i = 0; i < size; i++) {
            long around = 0;
            for (int j = 0; j < size; j++) {
                if (plan.isBefore(j, i)) {
                    around += mix(colours[j], 2);
                } else if (plan.isBefore(i, j)) {
                    around += mix(colours[j], 3);
                }
            }
            finer[i] = around;
        }
        for (long link : plan.links) {
            int from = PartialPlan.from(link);
            int to = PartialPlan.to(link);
            int literal = PartialPlan.literal(link);
            finer[from] += mix(mix(colours[to], literal), 4);
            finer[to] += mix(mix(colours[from], literal), 5);
        }
        for (long need : plan.open) {
            finer[PartialPlan.to(need)] += mix(PartialPlan.literal(need), 6);
        }
        for (int i = 0; i < size; i++) {
            finer[i] = mix(colours[i], finer[i]);
        }
        return finer;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long a, long b) {
        long z = a * 0x9e3779b97f4a7c15L + b + 0x632be59bd9b4e019L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    private PartialPlan renumbered(long[] colours) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, FIXED, size, Comparator.comparingLong(i -> colours[i]));
        int[] number = new int[size];
        for (int i = 0; i < size; i++) {
            number[order[i]] = i;
        }
        int[] does = new int[size];
        int[][] serves = new int[size][];
        long[] before = new long[size];
        for (int i = 0; i < size; i++) {
            does[i] = plan.does[order[i]];
            serves[i] = plan.serves[order[i]];
            before[i] = renumbered(plan.before[order[i]], number);
        }
        return new PartialPlan(
                does,
                serves,
                before,
                renumbered(plan.links, number),
                renumbered(plan.open, number));
    }

    private static long renumbered(long steps, int[] number) {
        long renumbered = 0;
        for (long rest = steps; rest != 0; rest &= rest - 1) {
            renumbered |= 1L << number[Long.numberOfTrailingZeros(rest)];
        }
        return renumbered;
    }

    private static long[] renumbered(long[] links, int[] number) {
        long[] renumbered = new long[links.length];
        for (int i = 0; i < links.length; i++) {
            renumbered[i] =
                    PartialPlan.link(
                            number[PartialPlan.from(links[i])],
                            PartialPlan.literal(links[i]),
                            number[PartialPlan.to(links[i])]);
        }
        Arrays.sort(renumbered);
        return renumbered;
    }

    private static int compare(PartialPlan one, PartialPlan other) {
        int c = Arrays.compare(one.does, other.does);
        c = c != 0 ? c : Arrays.compare(one.before, other.before);
        c = c != 0 ? c : Arrays.compare(one.links, other.links);
        c = c != 0 ? c : Arrays.compare(one.open, other.open);
        for (int i = 0; c == 0 && i < one.serves.length; i++) {
            c = Arrays.compare(one.serves[i], other.serves[i]);
        }
        return c;
    }
}
