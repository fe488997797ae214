package dev.plumbline.torch;

import java.util.SplittableRandom;

/** Random matrices whose rows (or columns, where those are fewer) are orthonormal. */
final class Orthogonal {
    private Orthogonal() {}

    /** Fills a row-major matrix of so many rows. */
    static void fill(float[] values, int rows, SplittableRandom random) {
        int columns = values.length / Math.max(1, rows);
        boolean wide = rows <= columns;
        int count = wide ? rows : columns;
        int length = wide ? columns : rows;
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            do {
                for (int k = 0; k < length; k++) {
                    vectors[i][k] = random.nextGaussian();
                }
                // twice, since once leaves rounding errors behind
                project(vectors, i);
                project(vectors, i);
            } while (!normalize(vectors[i]));
        }
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < length; k++) {
                values[wide ? i * columns + k : k * columns + i] = (float) vectors[i][k];
            }
        }
    }

    /** Gram-Schmidt: takes off what lies along the vectors before. */
    private static void project(double[][] vectors, int index) {
        double[] vector = vectors[index];
        for (int j = 0; j < index; j++) {
            double dot = 0;
            for (int k = 0; k < vector.length; k++) {
                dot += vector[k] * vectors[j][k];
            }
            for (int k = 0; k < vector.length; k++) {
                vector[k] -= dot * vectors[j][k];
            }
        }
    }

    private static boolean normalize(double[] vector) {
        double square = 0;
        for (double v : vector) {
            square += v * v;
        }
        double norm = Math.sqrt(square);
        for (int k = 0; k < vector.length; k++) {
            vector[k] /= norm;
        }
        return norm > 1e-9;
    }
}
