package dev.plumbline.torch;

import static dev.plumbline.torch.OracleCase.pattern;
import static dev.plumbline.torch.OracleCase.patternBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Images at other sizes and places, signals as frequencies. Expected numbers are those of the reference evaluator of
 * onnx 1.23 (Resize) and of torch and torchvision (the others), rounded to 5 places.
 */
class SamplingFormsTest {
    private static final Attributes NONE = Attributes.none();

    private static LongTensor whole(long... values) {
        return LongTensor.of(values, values.length);
    }

    static Stream<OracleCase> forms() {
        return Stream.of(
                OracleCase.of(
                                "images by libtorch's kernel",
                                "Resize",
                                NONE.with("mode", "linear"),
                                pattern(1, 1, 2, 3),
                                null,
                                null,
                                whole(1, 1, 3, 5))
                        .gives(
                                Shape.of(1, 1, 3, 5),
                                -0.5,
                                0.2,
                                1.25,
                                0.65,
                                0.25,
                                -0.625,
                                0.075,
                                1.125,
                                0.525,
                                0.125,
                                -0.75,
                                -0.05,
                                1,
                                0.4,
                                0),
                OracleCase.of(
                                "cubic without what lies outside",
                                "Resize",
                                NONE.with("mode", "cubic")
                                        .with("exclude_outside", 1)
                                        .with("cubic_coeff_a", -0.5)
                                        .with("axes", List.of(2)),
                                pattern(1, 1, 4),
                                null,
                                null,
                                whole(6))
                        .gives(Shape.of(1, 1, 6), -0.61513, 0.38235, 1.24248, 0.4485, -0.33824, -0.81579),
                OracleCase.of(
                                "smaller, smoothed",
                                "Resize",
                                NONE.with("mode", "linear").with("antialias", 1),
                                pattern(1, 1, 6),
                                null,
                                null,
                                whole(1, 1, 3))
                        .gives(Shape.of(1, 1, 3), 0.25, 0.09375, 0.28125),
                OracleCase.of(
                                "nearest along two axes",
                                "Resize",
                                NONE.with("axes", List.of(1, 2))
                                        .with("nearest_mode", "ceil")
                                        .with("coordinate_transformation_mode", "asymmetric"),
                                pattern(1, 2, 5),
                                null,
                                null,
                                whole(2, 3))
                        .gives(Shape.of(1, 2, 3), -0.5, 0.25, 1, 0, 0.75, -1.25),
                OracleCase.of(
                                "places of a grid",
                                "GridSample",
                                NONE.with("padding_mode", "border").with("align_corners", 1),
                                pattern(1, 1, 3, 3),
                                patternBy(5, 1, 2, 2, 2))
                        .gives(Shape.of(1, 1, 2, 2), -0.0625, -0.4375, -0.8125, -0.75),
                OracleCase.of(
                                "regions",
                                "RoiAlign",
                                NONE.with("output_height", 2),
                                pattern(2, 1, 4, 4),
                                FloatTensor.of(new float[] {0.5f, 0.5f, 3, 2.5f, 0, 1, 2, 3}, 2, 4),
                                whole(1, 0))
                        .gives(Shape.of(2, 1, 2, 1), -0.15625, -0.03125, 0.5, -0.75),
                OracleCase.of(
                                "a window whose places are moved",
                                "DeformConv",
                                NONE,
                                pattern(1, 2, 3, 3),
                                patternBy(3, 1, 2, 2, 2),
                                patternBy(5, 1, 8, 2, 2),
                                null,
                                patternBy(5, 1, 4, 2, 2))
                        .gives(Shape.of(1, 1, 2, 2), 1.44434, -0.76172, 0.57031, -0.65625),
                OracleCase.of("blocks of an image", "Col2Im", NONE, pattern(1, 4, 4), whole(3, 3), whole(2, 2))
                        .gives(Shape.of(1, 1, 3, 3), -0.5, 2.25, 0, 0, -1.75, 1, 0.5, -1.25, 1),
                OracleCase.of("frequencies", "DFT", NONE.with("onesided", 1), pattern(1, 5, 1))
                        .gives(Shape.of(1, 3, 2), 1.25, 0, 0.5998, -0.82555, -2.4748, 0.80411));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void numbers_are_those_of_the_oracle(OracleCase form) {
        form.check(2e-5);
    }

    static Stream<OracleCase> smooth() {
        // a place on a pixel has another slope to each side
        return forms().filter(
                        form -> !List.of("GridSample", "DeformConv", "RoiAlign").contains(form.operator()));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void gradients_agree_with_finite_differences(OracleCase form) {
        assertThat(form.gradientError(5e-3)).isLessThan(5e-3);
    }

    @Test
    void gradients_of_images_and_places_agree_with_finite_differences_away_from_pixels() {
        FloatTensor grid = FloatTensor.of(new float[] {0.31f, -0.42f, 0.57f, 0.12f}, 1, 1, 2, 2);
        assertThat(Calculation.of("GridSample", NONE, 1, pattern(1, 1, 3, 3), grid)
                        .gradientError(5e-3))
                .isLessThan(5e-3);
        float[] offsets = new float[8];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = 0.2f + 0.07f * i;
        }
        Tensor moved = FloatTensor.of(offsets, 1, 8, 1, 1);
        assertThat(Calculation.of("DeformConv", NONE, 1, pattern(1, 1, 2, 2), patternBy(3, 1, 1, 2, 2), moved)
                        .gradientError(5e-3))
                .as("a window over one place")
                .isLessThan(5e-3);
    }

    @Test
    void what_lies_outside_a_cropped_region_is_the_value_that_is_asked_for() {
        Attributes crop = NONE.with("mode", "linear")
                .with("coordinate_transformation_mode", "tf_crop_and_resize")
                .with("extrapolation_value", 9.0);
        NetworkBuilder builder = new NetworkBuilder(Operators.standard());
        FloatTensor x = pattern(1, 1, 4);
        builder.input("x", ValueType.floats(x.shape()));
        builder.layer("layer", "Layer", true);
        String region = builder.constant("region", FloatTensor.of(new float[] {0.4f, 1.2f}, 2), DType.FLOAT32);
        String scales = builder.constant("scales", FloatTensor.of(new float[] {1}, 1), DType.FLOAT32);
        Network network = builder.build(builder.node("Resize", crop.with("axes", List.of(2)), "x", region, scales));
        try (Inference inference = new Inference(network, TorchSettings.standard())) {
            FloatTensor found = (FloatTensor)
                    Objects.requireNonNull(inference.run(Map.of("x", x)).get(network.output()));
            assertThat(found.values()).containsExactly(new float[] {1.05f, 0.25f, -0.55f, 9}, Offset.offset(1e-5f));
        }
    }

    @Test
    void of_boxes_that_overlap_the_better_one_is_left() {
        FloatTensor boxes = FloatTensor.of(new float[] {0, 0, 1, 1, 0, 0.1f, 1, 1.1f, 0, 5, 1, 6}, 1, 3, 4);
        FloatTensor scores = FloatTensor.of(new float[] {0.6f, 0.9f, 0.3f}, 1, 1, 3);
        Calculation kept = Calculation.of(
                "NonMaxSuppression", NONE, 1, boxes, scores, whole(5), FloatTensor.of(new float[] {0.5f}, 1));
        assertThat(kept.output()).containsExactly(0, 0, 1, 0, 0, 2);
    }
}
