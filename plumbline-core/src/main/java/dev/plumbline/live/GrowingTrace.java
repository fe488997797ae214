package dev.plumbline.live;

import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a run has shown so far. Of many snapshots every second of the older ones is dropped, so that memory is bounded.
 */
final class GrowingTrace {
    private static final int MOST_SNAPSHOTS = 48;

    private final List<Epoch> epochs = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private float[] losses = new float[256];
    private int steps;

    void add(float[] more) {
        if (steps + more.length > losses.length) {
            losses = Arrays.copyOf(losses, Math.max(2 * losses.length, steps + more.length));
        }
        System.arraycopy(more, 0, losses, steps, more.length);
        steps += more.length;
    }

    void add(Epoch epoch) {
        epochs.add(epoch);
    }

    void add(Snapshot snapshot) {
        snapshots.add(snapshot);
        if (snapshots.size() > MOST_SNAPSHOTS) {
            for (int i = MOST_SNAPSHOTS / 2 - 1; i > 0; i -= 2) {
                snapshots.remove(i);
            }
        }
    }

    int steps() {
        return steps;
    }

    Trace soFar() {
        return new Trace(Arrays.copyOf(losses, steps), epochs, snapshots);
    }
}
