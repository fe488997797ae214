package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the network of a model's configuration and fills it with the file's weights. */
final class ModelBuilder {
    private ModelBuilder() {}

    static Network build(KerasFile file, ModelScope model) {
        JsonNode config = file.config();
        String type = KerasReader.className(config);
        model.batch(ModelInputs.batch(config));
        LayerConfig settings = new LayerConfig(file.name() + ", model (" + type + ")", config.path("config"));
        LayerScope whole = new LayerScope(model, model.ordinal(), "", type, "", settings, List.of(), "", true);
        Map<String, ValueType> inputs = new LinkedHashMap<>();
        KerasLayer layer;
        if (type.equals("Sequential")) {
            SequentialModel sequential = new SequentialModel(whole, config);
            inputs.put(sequential.inputName(), sequential.input());
            layer = sequential;
        } else if ((type.equals("Functional") || type.equals("Model"))
                && config.path("config").has("layers")) {
            FunctionalModel functional = new FunctionalModel(whole, config);
            inputs.putAll(functional.inputs());
            layer = functional;
        } else {
            throw new UnusableInputException(
                    file.name(),
                    "a Sequential or Functional model",
                    "a model of class " + type + ", whose Python code is not in the file",
                    "Build it as a Functional model (keras.Model(inputs, outputs)), or export it as ONNX (tf2onnx).");
        }
        List<Argument> given = new ArrayList<>();
        inputs.forEach((name, valueType) -> given.add(new Argument.One(KerasTensor.of(model.input(name, valueType)))));
        List<KerasTensor> outputs = layer.call(whole, new Call(List.of(new Argument.Many(given)), Map.of()));
        Network network =
                model.builder().build(outputs.stream().map(KerasTensor::value).toArray(String[]::new));
        return filled(network, file, model).withPenalties(model.penalties()).withConstraints(model.constraints());
    }

    private static Network filled(Network network, KerasFile file, ModelScope model) {
        Map<String, FloatTensor> weights = file.weights().values(model.variables());
        if (weights.isEmpty()) {
            return network;
        }
        Map<String, FloatTensor> laidOut = new HashMap<>();
        for (Variable variable : model.variables()) {
            FloatTensor values = weights.get(variable.parameter());
            if (values == null) {
                throw new UnusableInputException(
                        file.name() + ", variable " + variable.parameter(),
                        "its values of shape " + variable.shape(),
                        "none",
                        "Save the model again with model.save(\"model.keras\").");
            }
            if (!values.shape().equals(variable.shape())) {
                throw new UnusableInputException(
                        file.name() + ", variable " + variable.parameter(),
                        "values of shape " + variable.shape() + ", as its layer's settings say",
                        "values of shape " + values.shape(),
                        "Save configuration and weights of the same model.");
            }
            laidOut.put(
                    variable.parameter(),
                    new FloatTensor(
                            variable.layout().apply(values.values(), variable.shape()),
                            variable.layout().target(variable.shape())));
        }
        List<Parameter> parameters = network.parameters().stream()
                .map(p -> {
                    FloatTensor values = laidOut.get(p.name());
                    return values == null ? p : p.withValues(values);
                })
                .toList();
        return network.withParameters(parameters);
    }
}
