package dev.plumbline.zoo.base;

import dev.plumbline.data.SplitName;
import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Examples;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invented: how many kilowatt-hours a house takes for heating in a day. Losses through walls, windows and wind grow
 * with the difference to 20 degrees and fall with insulation; people, sun and a night setback save some. 3 % noise.
 */
final class EnergyData {
    private static final List<String> NAMES = List.of(
            "floor_area",
            "wall_u_value",
            "window_share",
            "outdoor_temperature",
            "wind_speed",
            "people",
            "sunshine_hours",
            "night_setback",
            "kwh");

    private static final int TRAIN = 1200;
    private static final int TEST = 400;

    private EnergyData() {}

    /** A table in its units. */
    static Data table() {
        Random random = new Random(20);
        return new Data(
                Data.Kind.CSV,
                List.of(8),
                NAMES,
                List.of(),
                false,
                Map.of(SplitName.TRAIN, draw(random, TRAIN), SplitName.TEST, draw(random, TEST)));
    }

    /** Arrays that their author standardized, inputs and targets. */
    static Data standardized() {
        Data table = table();
        double[][] by = new double[9][];
        for (int column = 0; column < 9; column++) {
            by[column] = meanAndDeviation(table.train(), column);
        }
        return new Data(Data.Kind.NPZ, List.of(8), List.of(), List.of(), false, table.splits()).mapAll(split -> {
            float[] targets = new float[split.size()];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = (float) ((split.targets()[i] - by[8][0]) / by[8][1]);
            }
            return split.mapRows((row, index) -> {
                        for (int i = 0; i < row.length; i++) {
                            row[i] = (float) ((row[i] - by[i][0]) / by[i][1]);
                        }
                        return row;
                    })
                    .withTargets(targets);
        });
    }

    private static double[] meanAndDeviation(Examples train, int column) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < train.size(); i++) {
            double value = column < 8 ? train.inputs()[i][column] : train.targets()[i];
            sum += value;
            squares += value * value;
        }
        double mean = sum / train.size();
        return new double[] {mean, Math.sqrt(squares / train.size() - mean * mean)};
    }

    private static Examples draw(Random random, int count) {
        float[][] rows = new float[count][];
        float[] demand = new float[count];
        for (int i = 0; i < count; i++) {
            float[] row = house(random);
            rows[i] = row;
            demand[i] = (float) (kilowattHours(row) * (1 + 0.03 * random.nextGaussian()));
        }
        return new Examples(rows, demand);
    }

    private static float[] house(Random random) {
        return new float[] {
            rounded(60 + 180 * random.nextDouble(), 1),
            rounded(0.15 + 1.35 * random.nextDouble(), 100),
            rounded(0.1 + 0.5 * random.nextDouble(), 100),
            rounded(4 + 8 * random.nextGaussian(), 10),
            rounded(2 + 6 * random.nextDouble() * random.nextDouble() * 2, 10),
            1 + random.nextInt(5),
            rounded(9 * random.nextDouble(), 10),
            random.nextInt(2)
        };
    }

    private static float rounded(double value, int steps) {
        return (float) (Math.round(value * steps) / (double) steps);
    }

    private static double kilowattHours(float[] row) {
        double cold = Math.max(0, 20 - row[3]);
        double walls = row[0] * row[1] * (1 - row[2]);
        double windows = row[0] * row[2] * 1.1;
        double air = row[0] * 0.06 * row[4];
        double loss = (walls + windows + air) * cold * 0.024 * (row[7] > 0 ? 0.85 : 1);
        double gain = 1.8 * row[5] + 0.9 * row[6] * row[0] * row[2] * 0.1;
        return 5 + Math.max(0, loss - gain);
    }
}
