package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Modality;
import java.util.Arrays;
import java.util.List;

/**
 * How one example is to be seen.
 *
 * @param shape as the network gets it: images with the channels first
 * @param channelsLast whether the file has an image's channels last, so that values must change places
 * @param tokens whether the values are token numbers
 */
record ExampleShape(Modality modality, Shape shape, boolean channelsLast, boolean tokens) {
    /** Gray, colour, colour with transparency. */
    private static final List<Integer> CHANNELS = List.of(1, 3, 4);

    private static final int SMALLEST_IMAGE = 8;

    /**
     * Decides by what the plan says, and by the sizes where it says nothing.
     *
     * @param sizes of one example in the file, without the axis over examples
     * @param whole whether the values are whole numbers
     * @param subject what messages and notes name
     * @throws UnusableInputException if the sizes do not fit what the plan says
     */
    static ExampleShape of(DataPlan plan, int[] sizes, boolean whole, String subject, Notes notes) {
        Shape given = Shape.of(sizes);
        int[] asked = plan.sampleShape().stream().mapToInt(Integer::intValue).toArray();
        Modality modality = plan.modality();
        if (asked.length == 0 || Arrays.equals(asked, sizes)) {
            return seen(
                    modality == null ? guess(sizes, whole, subject, notes) : modality, sizes, whole, subject, notes);
        }
        Shape wanted = Shape.of(asked);
        if (wanted.elements() != given.elements()) {
            throw new UnusableInputException(
                    subject,
                    wanted.elements() + " values, for data.sample-shape " + wanted,
                    given.elements() + (sizes.length > 1 ? " of shape " + given : ""),
                    "Correct data.sample-shape, or the columns that are inputs.");
        }
        Modality seenAs = modality == null ? byRank(asked.length) : modality;
        if (isChannelsLastOf(sizes, asked)) {
            notes.add(subject, "Images of shape " + given + " have their channels last; they were put first.");
            return new ExampleShape(Modality.IMAGE, wanted, true, false);
        }
        if (sizes.length > 1 && !Arrays.equals(withoutOnes(sizes), withoutOnes(asked))) {
            throw new UnusableInputException(
                    subject,
                    "shape " + wanted + " (data.sample-shape) or a flat row",
                    "shape " + given,
                    "Correct data.sample-shape.");
        }
        return seen(seenAs, asked, whole, subject, notes);
    }

    /** Rows of values, as the file has them, as a tensor of this shape. */
    FloatTensor tensor(float[] values, int rows) {
        FloatTensor plain = new FloatTensor(values, shape.prepend(rows));
        if (!channelsLast || shape.get(0) == 1) {
            return plain;
        }
        int channels = shape.get(0);
        int pixels = shape.get(1) * shape.get(2);
        float[] moved = new float[values.length];
        for (int row = 0; row < rows; row++) {
            int start = row * channels * pixels;
            for (int pixel = 0; pixel < pixels; pixel++) {
                for (int channel = 0; channel < channels; channel++) {
                    moved[start + channel * pixels + pixel] = values[start + pixel * channels + channel];
                }
            }
        }
        return new FloatTensor(moved, plain.shape());
    }

    private static Modality byRank(int rank) {
        return switch (rank) {
            case 0, 1 -> Modality.TABULAR;
            case 2 -> Modality.SEQUENCE;
            case 3 -> Modality.IMAGE;
            // clips and volumes: laid out flat, and brought back to their shape for a network that wants it
            default -> Modality.TABULAR;
        };
    }

    private static Modality guess(int[] sizes, boolean whole, String subject, Notes notes) {
        if (sizes.length != 2) {
            return byRank(sizes.length);
        }
        boolean image = whole || sizes[0] == sizes[1] && sizes[0] >= SMALLEST_IMAGE;
        notes.add(
                subject,
                "Examples of shape " + Shape.of(sizes) + " were taken for "
                        + (image ? "gray images (height, width)" : "sequences (steps, features)")
                        + "; set data.modality if they are not.");
        return image ? Modality.IMAGE : Modality.SEQUENCE;
    }

    private static ExampleShape seen(Modality modality, int[] sizes, boolean whole, String subject, Notes notes) {
        Shape shape = Shape.of(sizes);
        return switch (modality) {
            case TABULAR -> new ExampleShape(modality, Shape.of(Math.toIntExact(shape.elements())), false, false);
            case SEQUENCE ->
                switch (sizes.length) {
                    case 1 -> new ExampleShape(modality, whole ? shape : Shape.of(sizes[0], 1), false, whole);
                    case 2 -> new ExampleShape(modality, shape, false, false);
                    default -> throw misfit(subject, "(steps, features) for sequences", shape);
                };
            case IMAGE ->
                switch (sizes.length) {
                    case 2 -> new ExampleShape(modality, Shape.of(1, sizes[0], sizes[1]), false, false);
                    case 3 -> image(sizes, subject, notes);
                    default -> throw misfit(subject, "(channels, height, width) for images", shape);
                };
        };
    }

    private static ExampleShape image(int[] sizes, String subject, Notes notes) {
        boolean first = CHANNELS.contains(sizes[0]);
        boolean last = CHANNELS.contains(sizes[2]);
        if (last && (!first || sizes[2] < sizes[0])) {
            notes.add(
                    subject, "Images of shape " + Shape.of(sizes) + " have their channels last; they were put first.");
            return new ExampleShape(Modality.IMAGE, Shape.of(sizes[2], sizes[0], sizes[1]), true, false);
        }
        if (first == last) {
            notes.add(
                    subject,
                    "Images of shape " + Shape.of(sizes)
                            + " were taken for (channels, height, width); the sizes do not tell. Set data.sample-shape if they are not.");
        }
        return new ExampleShape(Modality.IMAGE, Shape.of(sizes), false, false);
    }

    private static boolean isChannelsLastOf(int[] sizes, int[] asked) {
        return sizes.length == 3
                && asked.length == 3
                && sizes[2] == asked[0]
                && sizes[0] == asked[1]
                && sizes[1] == asked[2];
    }

    private static int[] withoutOnes(int[] sizes) {
        return Arrays.stream(sizes).filter(size -> size != 1).toArray();
    }

    private static UnusableInputException misfit(String subject, String expected, Shape found) {
        return new UnusableInputException(
                subject, expected, "shape " + found, "Set data.sample-shape, or another data.modality.");
    }
}
