package dev.plumbline.data.estimate;

import java.util.Arrays;

/** The mean target of the nearest examples (Cover and Hart, 1967), Euclidean on encoded inputs. */
final class Neighbours implements SimpleModel {
    private static final int FEWEST = 5;
    private static final int USUAL = 10;
    private static final int ENOUGH = 200;

    private final float[] rows;
    private final int width;
    private final double[] targets;
    private final int outputs;
    private final int k;

    Neighbours(float[] rows, int width, double[] targets, int outputs) {
        this.rows = rows;
        this.width = width;
        this.targets = targets;
        this.outputs = outputs;
        int count = targets.length / outputs;
        k = Math.max(1, Math.min(count < ENOUGH ? FEWEST : USUAL, count - 1));
    }

    @Override
    public double[] leftOut() {
        return means(rows, true);
    }

    @Override
    public double[] answers(float[] asked) {
        return means(asked, false);
    }

    private double[] means(float[] asked, boolean itself) {
        int queries = width == 0 ? 0 : asked.length / width;
        int known = targets.length / outputs;
        double[] means = new double[queries * outputs];
        float[] distances = new float[k];
        int[] nearest = new int[k];
        for (int query = 0; query < queries; query++) {
            Arrays.fill(distances, Float.POSITIVE_INFINITY);
            Arrays.fill(nearest, 0);
            for (int row = 0; row < known; row++) {
                if (itself && row == query) {
                    continue;
                }
                float distance = distance(asked, query * width, row * width, distances[k - 1]);
                if (distance < distances[k - 1]) {
                    insert(distances, nearest, distance, row);
                }
            }
            for (int at : nearest) {
                for (int o = 0; o < outputs; o++) {
                    means[query * outputs + o] += targets[at * outputs + o] / k;
                }
            }
        }
        return means;
    }

    private void insert(float[] distances, int[] nearest, float distance, int row) {
        int rank = k - 1;
        while (rank > 0 && distances[rank - 1] > distance) {
            distances[rank] = distances[rank - 1];
            nearest[rank] = nearest[rank - 1];
            rank--;
        }
        distances[rank] = distance;
        nearest[rank] = row;
    }

    /** Squared; anything above the limit once it is known to be. */
    private float distance(float[] asked, int from, int to, float limit) {
        float sum = 0;
        for (int at = 0; at < width && sum < limit; at += 16) {
            int end = Math.min(at + 16, width);
            for (int i = at; i < end; i++) {
                float difference = asked[from + i] - rows[to + i];
                sum += difference * difference;
            }
        }
        return sum;
    }
}
