package dev.plumbline.network.operator;

import dev.plumbline.network.Attributes;

/**
 * One axis of a {@code Resize}: which elements of the input each element of the output is mixed of. Formulas as ONNX's
 * page of the operator has them.
 *
 * @param axis which
 * @param in its size before
 * @param out its size behind
 * @param places of each output element: positions in the input, all within it
 * @param weights of each output element: how much of each place
 * @param outside of each output element: whether it lies outside and is the extrapolation value
 */
public record ResizedAxis(int axis, int in, int out, int[][] places, double[][] weights, boolean[] outside) {
    private static final double CUBIC = -0.75;

    /** @param from where the region starts and {@code to} where it ends, as shares of the axis */
    static ResizedAxis of(int axis, int in, int out, double scale, double from, double to, Attributes attributes) {
        int[][] places = new int[out][];
        double[][] weights = new double[out][];
        boolean[] outside = new boolean[out];
        boolean excludes = attributes.integer("exclude_outside", 0) == 1
                && !attributes.text("mode", "nearest").equals("nearest");
        for (int i = 0; i < out; i++) {
            double at = origin(i, in, out, scale, from, to, attributes);
            outside[i] = attributes.text("coordinate_transformation_mode", "").equals("tf_crop_and_resize")
                    && (at < 0 || at > in - 1);
            // one that lies on an element counts as the right end of the span before it
            double whole = Math.ceil(at) - 1;
            double[] mix = mix(at - whole, scale, attributes);
            int first = (int) whole + 1 - mix.length / 2;
            places[i] = new int[mix.length];
            double sum = 0;
            for (int k = 0; k < mix.length; k++) {
                places[i][k] = Math.max(0, Math.min(in - 1, first + k));
                if (excludes && (first + k < 0 || first + k >= in)) {
                    mix[k] = 0;
                }
                sum += mix[k];
            }
            for (int k = 0; excludes && k < mix.length; k++) {
                mix[k] /= sum;
            }
            weights[i] = mix;
        }
        return new ResizedAxis(axis, in, out, places, weights, outside);
    }

    /** Where an element of the output lies in the input. */
    private static double origin(int i, int in, int out, double scale, double from, double to, Attributes attributes) {
        double length = scale * in;
        String mode = attributes.text("coordinate_transformation_mode", "half_pixel");
        return switch (mode) {
            case "align_corners" -> length == 1 ? 0 : i * (in - 1) / (length - 1);
            case "asymmetric" -> i / scale;
            case "tf_crop_and_resize" ->
                from * (in - 1)
                        + (length == 1 ? (to - from) * (in - 1) / 2 : i * (to - from) * (in - 1) / (length - 1));
            case "pytorch_half_pixel" -> length == 1 ? -0.5 : (i + 0.5) / scale - 0.5;
            case "half_pixel_symmetric" -> in / 2.0 * (1 - out / length) + (i + 0.5) / scale - 0.5;
            case "half_pixel" -> (i + 0.5) / scale - 0.5;
            default -> throw new ShapeFault("a coordinate_transformation_mode of ONNX", mode);
        };
    }

    /** How much of each neighbour, of which half lie on each side; {@code ratio} in (0, 1] of the way to the next. */
    private static double[] mix(double ratio, double scale, Attributes attributes) {
        boolean smooth = attributes.integer("antialias", 0) == 1;
        String mode = attributes.text("mode", "nearest");
        if (mode.equals("nearest")) {
            double first = takesFirst(ratio, attributes.text("nearest_mode", "round_prefer_floor")) ? 1 : 0;
            return new double[] {first, 1 - first};
        }
        boolean cubic = mode.equals("cubic");
        double spread = smooth ? Math.min(scale, 1) : 1;
        int reach = (int) Math.floor(-(cubic ? 2 : 1) / spread) + 1;
        double[] mix = new double[2 - 2 * reach];
        double sum = 0;
        for (int k = 0; k < mix.length; k++) {
            double distance = Math.abs(spread * (reach + k - ratio));
            mix[k] = cubic ? cubic(distance, attributes.number("cubic_coeff_a", CUBIC)) : Math.max(0, 1 - distance);
            sum += mix[k];
        }
        for (int k = 0; smooth && k < mix.length; k++) {
            mix[k] /= sum;
        }
        return mix;
    }

    private static boolean takesFirst(double ratio, String mode) {
        final double half = 0.5;
        return ratio < 1
                && switch (mode) {
                    case "round_prefer_floor" -> ratio <= half;
                    case "round_prefer_ceil" -> ratio < half;
                    case "floor" -> true;
                    case "ceil" -> false;
                    default -> throw new ShapeFault("a nearest_mode of ONNX", mode);
                };
    }

    /** Keys' kernel. */
    private static double cubic(double x, double a) {
        if (x <= 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
    }

    /** Whether each output element is one element of the input. */
    public boolean isPick() {
        for (double[] mix : weights) {
            for (double weight : mix) {
                if (weight != 0 && weight != 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The one element of which an output element consists, where {@link #isPick()}. */
    public int pick(int element) {
        for (int k = 0; k < weights[element].length; k++) {
            if (weights[element][k] == 1) {
                return places[element][k];
            }
        }
        return 0;
    }

    /** Whether some element lies outside. */
    public boolean reachesOutside() {
        for (boolean one : outside) {
            if (one) {
                return true;
            }
        }
        return false;
    }
}
