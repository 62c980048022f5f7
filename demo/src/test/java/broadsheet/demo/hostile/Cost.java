package broadsheet.demo.hostile;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What it cost to read a page.
 *
 * @param cpu time of the processor, in nanoseconds
 * @param allocated bytes
 */
record Cost(long cpu, long allocated) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The cost of something that this thread does. */
    static Cost of(Runnable work) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = THREADS.getCurrentThreadCpuTime();
        work.run();
        return new Cost(THREADS.getCurrentThreadCpuTime() - cpu, THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    Cost least(Cost other) {
        return new Cost(Math.min(cpu, other.cpu), Math.min(allocated, other.allocated));
    }

    /** The power of the length with which something grew from one length to another. */
    static double exponent(double small, double large, double times) {
        return Math.log(Math.max(1, large) / Math.max(1, small)) / Math.log(times);
    }
}
