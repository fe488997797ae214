package dev.plumbline.tune.sampler.nsga;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Fronts and crowding (K. Deb and others, A Fast and Elitist Multiobjective Genetic Algorithm: NSGA-II, 2002). */
final class Ranking {
    private Ranking() {}

    /** All members in order: by front, and within one the least crowded first. */
    static List<Member> ordered(List<Member> members) {
        List<Member> ordered = new ArrayList<>();
        for (List<Member> front : fronts(members)) {
            ordered.addAll(byCrowding(front));
        }
        return ordered;
    }

    static List<List<Member>> fronts(List<Member> members) {
        List<List<Member>> fronts = new ArrayList<>();
        int n = members.size();
        int[] dominators = new int[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                dominators[i] += members.get(k).dominates(members.get(i)) ? 1 : 0;
            }
        }
        boolean[] placed = new boolean[n];
        for (int left = n; left > 0; ) {
            List<Integer> front = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                if (!placed[i] && dominators[i] == 0) {
                    front.add(i);
                }
            }
            for (int i : front) {
                placed[i] = true;
                for (int k = 0; k < n; k++) {
                    dominators[k] -= members.get(i).dominates(members.get(k)) ? 1 : 0;
                }
            }
            fronts.add(front.stream().map(members::get).toList());
            left -= front.size();
        }
        return fronts;
    }

    private static List<Member> byCrowding(List<Member> front) {
        double[] distance = new double[front.size()];
        for (int objective = 0; objective < front.get(0).losses().length; objective++) {
            int at = objective;
            Integer[] order = new Integer[front.size()];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> front.get(i).losses()[at]));
            double low = front.get(order[0]).losses()[at];
            double high = front.get(order[order.length - 1]).losses()[at];
            distance[order[0]] = Double.POSITIVE_INFINITY;
            distance[order[order.length - 1]] = Double.POSITIVE_INFINITY;
            for (int k = 1; k + 1 < order.length; k++) {
                double gap = front.get(order[k + 1]).losses()[at]
                        - front.get(order[k - 1]).losses()[at];
                double share = gap / (high - low);
                distance[order[k]] += Double.isFinite(share) ? share : 0;
            }
        }
        Integer[] order = new Integer[front.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -distance[i]));
        return Arrays.stream(order).map(front::get).toList();
    }
}
