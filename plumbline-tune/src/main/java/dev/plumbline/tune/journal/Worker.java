package dev.plumbline.tune.journal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * A process that works on a study.
 *
 * @param host its machine
 * @param process its id there
 * @param began when it began, in milliseconds; ids are used again, and this tells them apart. 0 where the system does
 *     not say
 */
record Worker(String host, long process, long began) {
    /** This process. */
    static Worker here() {
        ProcessHandle self = ProcessHandle.current();
        return new Worker(hostName(), self.pid(), began(self));
    }

    /** Whether it is known to have ended; of another machine nobody here can know. */
    boolean hasEnded() {
        if (!host.equals(hostName())) {
            return false;
        }
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(found -> began(found) != began)
                .orElse(true);
    }

    private static long began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
