package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A network of numbers and tokens, with two outputs of which the loss sees one. */
class SeveralInputsTest {
    private static final int EXAMPLES = 200;

    /** The class is whether the number is above 0, turned over by token 1: neither input says anything alone. */
    private static Dataset data() {
        SplittableRandom random = new SplittableRandom(5);
        float[] numbers = new float[EXAMPLES];
        long[] tokens = new long[EXAMPLES];
        long[] classes = new long[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            numbers[i] = (float) random.nextGaussian();
            tokens[i] = random.nextInt(2);
            classes[i] = (numbers[i] > 0 ? 1 : 0) ^ tokens[i];
        }
        Schema schema = new Schema(
                Modality.TABULAR,
                List.of(
                        new InputSchema("a", Shape.of(1), DType.FLOAT32, List.of(), 0),
                        new InputSchema("b", Shape.of(1), DType.INT64, List.of(), 2)),
                "y",
                List.of("no", "yes"),
                2);
        List<Tensor> inputs = List.of(FloatTensor.of(numbers, EXAMPLES, 1), LongTensor.of(tokens, EXAMPLES, 1));
        Split split = new Split(inputs, LongTensor.of(classes, EXAMPLES));
        return new Dataset(
                Task.CLASSIFICATION,
                schema,
                Map.of(SplitName.TRAIN, split, SplitName.VALIDATION, split.first(EXAMPLES / 2)),
                List.of());
    }

    private static Network network() {
        Map<String, ValueType> inputs = new LinkedHashMap<>();
        inputs.put("a", ValueType.floats(Shape.of(1).batched()));
        inputs.put("b", new ValueType(DType.INT64, Shape.of(1).batched()));
        List<Parameter> parameters =
                List.of(weight("scales", 2, 1), weight("kernel", 1, 2), bias("bias", 2), weight("aside", 1, 2));
        List<Node> nodes = List.of(
                node("scale", "Gather", "scales", "b"),
                node("flat", "Flatten", "scale"),
                node("product", "Mul", "a", "flat"),
                node("logits", "MatMul", "product", "kernel"),
                node("shifted", "Add", "logits", "bias"),
                node("other", "MatMul", "a", "aside"));
        return new Network(inputs, nodes, parameters, List.of("shifted", "other"), List.of());
    }

    private static Node node(String name, String operator, String... inputs) {
        return new Node(name, operator, List.of(inputs), List.of(name), Attributes.none(), name);
    }

    private static Parameter weight(String name, int... sizes) {
        float[] values = new float[sizes[0] * sizes[1]];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? 0.1f : -0.1f;
        }
        return new Parameter(
                name,
                ValueType.floats(Shape.of(sizes)),
                Parameter.Role.WEIGHT,
                null,
                FloatTensor.of(values, sizes),
                1,
                1,
                true);
    }

    private static Parameter bias(String name, int size) {
        return new Parameter(
                name,
                ValueType.floats(Shape.of(size)),
                Parameter.Role.BIAS,
                null,
                FloatTensor.of(new float[size], size),
                1,
                1,
                true);
    }

    @Test
    void networks_of_several_inputs_and_outputs_train_probe_and_predict() {
        Dataset data = data();
        Experiment experiment = Trials.of(data, "mlp", Map.of());
        Run run = Trials.run(
                experiment.withTraining(experiment.training().withEpochs(30)),
                network(),
                data,
                RunRequest.full(Trials.minute()));
        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(run.predictions(SplitName.VALIDATION)
                        .orElseThrow()
                        .score(experiment.goal().metric()))
                .isGreaterThan(0.9);
        assertThat(run.trace().snapshots()).isNotEmpty();
        assertThat(run.parameters()).containsKey("aside");
    }
}
