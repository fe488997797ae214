package dev.plumbline.zoo;

import java.util.List;

/**
 * What a worker process is asked, as one line.
 *
 * @param task what to do
 * @param id of the case
 * @param healthy test scores of the healthy twin, so that a worker can stop at the first seed; empty where unknown
 */
record Job(Task task, String id, List<Double> healthy) {
    /** What to do with a case. */
    enum Task {
        /** Train it in full over seeds; answers with a line of Scores. */
        TRAIN,
        /** Walk it; answers with a line of Verdict. */
        WALK
    }

    String line() {
        return task + "\t" + id + "\t"
                + String.join(" ", healthy.stream().map(String::valueOf).toList());
    }

    static Job parse(String line) {
        String[] cells = line.split("\t", -1);
        List<Double> healthy = cells[2].isEmpty()
                ? List.of()
                : java.util.Arrays.stream(cells[2].split(" "))
                        .map(Double::valueOf)
                        .toList();
        return new Job(Task.valueOf(cells[0]), cells[1], healthy);
    }
}
