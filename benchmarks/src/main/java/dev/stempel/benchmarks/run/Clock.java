package dev.stempel.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Seconds that something took in this JVM.
 *
 * @param time on the clock
 * @param cpu of the processors, garbage collection included
 */
record Clock(double time, double cpu) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Something that is measured. */
    interface Work {
        void run() throws Exception;
    }

    /** Does it, once nobody's garbage is left. */
    static Clock of(Work work) throws Exception {
        System.gc();
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Clock((System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
    }
}
