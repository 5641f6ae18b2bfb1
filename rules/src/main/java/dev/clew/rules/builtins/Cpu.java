package dev.clew.rules.builtins;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;

/** The clocks of the process and of its threads. */
public final class Cpu {
    private Cpu() {}

    /** CPU time used by the process, in nanoseconds; the time of day where that is not known. */
    public static long ofProcess() {
        Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(null);
        return used == null ? System.nanoTime() : used.toNanos();
    }

    /**
     * CPU time used by this thread, in nanoseconds; that of the process where it is not known. The
     * kernel's own count is read, since Java's needs the management classes, which load slowly.
     */
    static long ofThread() {
        try (InputStream in = new FileInputStream("/proc/thread-self/schedstat")) {
            byte[] bytes = new byte[64];
            int n = in.read(bytes);
            long nanos = 0;
            for (int i = 0; i < n && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
                nanos = nanos * 10 + bytes[i] - '0';
            }
            return nanos > 0 ? nanos : ofProcess();
        } catch (IOException e) {
            return ofProcess();
        }
    }

    /** When the process started, in milliseconds since 1970. */
    static long startMillis() {
        Instant start = ProcessHandle.current().info().startInstant().orElse(null);
        return start == null ? System.currentTimeMillis() : start.toEpochMilli();
    }
}
