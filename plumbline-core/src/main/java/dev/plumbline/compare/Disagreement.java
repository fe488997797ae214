package dev.plumbline.compare;

import dev.plumbline.compare.KnownResults.AnswersResult;
import dev.plumbline.data.LongTensor;
import dev.plumbline.experiment.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which examples another model gets right and the network does not. */
record Disagreement(AnswersResult answers) {
    private static final int CLASSES = 3;
    private static final int EXAMPLES = 8;

    /** For the end of a sentence; empty where there are no classes. */
    String text() {
        if (answers.mine().task() != Task.CLASSIFICATION || !(answers.mine().targets() instanceof LongTensor)) {
            return "";
        }
        int[] right = answers.mine().targetClasses();
        int[] mine = answers.mine().classes();
        int[] theirs = answers.theirs().classes();
        List<Integer> lost = new ArrayList<>();
        Map<Integer, Integer> byClass = new TreeMap<>();
        int won = 0;
        for (int i = 0; i < right.length; i++) {
            if (theirs[i] == right[i] && mine[i] != right[i]) {
                lost.add(i);
                byClass.merge(right[i], 1, Integer::sum);
            } else if (mine[i] == right[i] && theirs[i] != right[i]) {
                won++;
            }
        }
        String classes = byClass.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(CLASSES)
                .map(e -> e.getValue() + " of class number " + e.getKey())
                .collect(Collectors.joining(", "));
        String first = lost.stream().limit(EXAMPLES).map(String::valueOf).collect(Collectors.joining(", "));
        return "; only the reference is right on " + lost.size()
                + (lost.isEmpty()
                        ? ""
                        : " (" + classes + "; examples " + first + (lost.size() > EXAMPLES ? ", ..." : "") + ")")
                + ", only the network on " + won;
    }
}
