package dev.clew.rules.builtins;

import dev.clew.rules.machine.Machine;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Flt;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Lists;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** What {@code statistics/2} knows; each query remembers when it last asked. */
final class Statistics {
    private final Map<String, Long> last = new HashMap<>();
    private final long started = System.nanoTime();

    private Statistics() {}

    /** The statistics of a query. */
    static Statistics of(Machine m) {
        Statistics s = m.extension(Statistics.class);
        if (s == null) {
            s = new Statistics();
            m.setExtension(Statistics.class, s);
        }
        return s;
    }

    private static long usedMemory() {
        Runtime r = Runtime.getRuntime();
        return r.totalMemory() - r.freeMemory();
    }

    /** The value of a key, or null if there is no such key. */
    @Nullable Term value(Machine m, String key) {
        switch (key) {
            case "runtime":
                return sinceLast(key, Cpu.ofThread() / 1_000_000);
            case "process_runtime":
                return sinceLast(key, Cpu.ofProcess() / 1_000_000);
            case "system_time":
                return Lists.of(Int.of(0), Int.of(0));
            case "cputime":
                return Flt.of(Cpu.ofThread() / 1e9);
            case "process_cputime":
                return Flt.of(Cpu.ofProcess() / 1e9);
            case "walltime", "elapsed_time":
                return sinceLast(key, (System.nanoTime() - started) / 1_000_000);
            case "real_time":
                return sinceLast(key, System.currentTimeMillis() / 1000);
            case "epoch", "process_epoch":
                return Flt.of(Cpu.startMillis() / 1e3);
            case "inferences":
                return Int.of(m.inferences());
            case "atoms":
                return Int.of(Atom.count());
            case "modules":
                return Int.of(m.db().modules().size());
            case "threads", "engines":
                return Int.of(1);
            case "stack_limit":
                return Int.of(Runtime.getRuntime().maxMemory());
            case "stack", "heapused", "global", "globalused":
                return Int.of(usedMemory());
            case "local", "localused", "trail", "trailused", "c_stack", "errors", "warnings":
                return Int.of(0);
            case "memory", "core", "program":
                return Lists.of(Int.of(usedMemory()), Int.of(Runtime.getRuntime().freeMemory()));
            case "global_stack", "local_stack":
                return Lists.of(Int.of(usedMemory()), Int.of(Runtime.getRuntime().freeMemory()));
            case "trail_stack":
                return Lists.of(Int.of(0), Int.of(0));
            case "garbage_collection":
                return Lists.of(Int.of(0), Int.of(0), Int.of(0), Int.of(0));
            default:
                return null;
        }
    }

    /** {@code [Now, SinceLast]}. */
    private Term sinceLast(String key, long now) {
        Long before = last.put(key, now);
        return Lists.of(Int.of(now), Int.of(before == null ? now : now - before));
    }

    /** What {@code statistics/0} prints. */
    String report(Machine m) {
        String cpu = FormatNumbers.fixed(Flt.of(Cpu.ofThread() / 1e9), 3);
        String inferences = FormatNumbers.grouped(Long.toString(m.inferences()), 0, 3, ',');
        String memory = FormatNumbers.grouped(Long.toString(usedMemory() / 1024), 0, 3, ',');
        StringBuilder out = new StringBuilder();
        out.append("% ").append(cpu).append(" seconds CPU time for ");
        out.append(inferences).append(" inferences\n");
        out.append("% ").append(memory).append(" KiB of memory in use, ");
        out.append(Atom.count()).append(" atoms\n");
        return out.toString();
    }
}
