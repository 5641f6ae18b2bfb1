package dev.clew.rules.builtins;

import dev.clew.rules.machine.Det;
import dev.clew.rules.machine.Machine;
import dev.clew.rules.machine.Registry;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.BigInt;
import dev.clew.rules.terms.Errors;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Numeric;
import dev.clew.rules.terms.Term;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The time, statistics, and waiting. */
public final class TimeBuiltins {
    private static final long LONGEST_NAP = 20_000_000;

    private TimeBuiltins() {}

    /** Enters the group. */
    public static void register(Registry r) {
        r.det("get_time", 1, new One(0));
        r.det("statistics", 2, new One(1));
        r.det("statistics", 0, new One(2));
        r.det("sleep", 1, new One(3));
        r.det("$local_offset", 2, new One(4));
    }

    private record One(int code) implements Det {
        @Override
        public boolean call(Machine m, Term[] a) {
            switch (code) {
                case 0:
                    return m.unify(a[0], Flt.of(now()));
                case 1:
                    return statistics(m, a);
                case 2:
                    return printStatistics(m);
                case 3:
                    return sleep(m, a);
                default:
                    return localOffset(m, a);
            }
        }
    }

    private static double now() {
        Instant now = Instant.now();
        return now.getEpochSecond() + now.getNano() / 1e9;
    }

    private static boolean statistics(Machine m, Term[] a) {
        Atom key = Arguments.atom(a[0]);
        Term value = Statistics.of(m).value(m, key.name());
        if (value == null) {
            throw Errors.domain("statistics_key", key);
        }
        return m.unify(a[1], value);
    }

    private static boolean printStatistics(Machine m) {
        PrologStream error = m.db().streams().userError();
        error.write(Statistics.of(m).report(m));
        error.flush();
        return true;
    }

    private static double number(Term term) {
        Term t = Arguments.bound(term);
        if (t instanceof Int i) {
            return i.value();
        } else if (t instanceof Flt f) {
            return f.value();
        } else if (t instanceof BigInt b) {
            return b.value().doubleValue();
        }
        throw Errors.type("float", t);
    }

    private static boolean sleep(Machine m, Term[] a) {
        double seconds = number(a[0]);
        if (seconds > 0) {
            StreamArgs.currentOutput(m).flush();
            sleep(m, (long) Math.min(seconds * 1e9, 9e18));
        }
        return true;
    }

    /** Sleeps in short naps, between which limits are looked at. */
    private static void sleep(Machine m, long nanos) {
        long start = System.nanoTime();
        long left = nanos;
        while (left > 0) {
            try {
                Thread.sleep(Duration.ofNanos(Math.min(left, LONGEST_NAP)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            m.limits().check();
            left = nanos - (System.nanoTime() - start);
        }
    }

    /** Seconds west of UTC, summer time included, of the local time at a moment. */
    private static boolean localOffset(Machine m, Term[] a) {
        Instant moment = Instant.ofEpochSecond((long) Math.floor(number(a[0])));
        int east = ZoneId.systemDefault().getRules().getOffset(moment).getTotalSeconds();
        Numeric west = Int.of(-east);
        return m.unify(a[1], west);
    }
}
