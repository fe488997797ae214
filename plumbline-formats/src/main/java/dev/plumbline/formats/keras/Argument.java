package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What a layer is called with: a value of the graph, several, or a setting. */
sealed interface Argument {
    /** A value of the graph. */
    record One(KerasTensor tensor) implements Argument {
        @Override
        public Stream<KerasTensor> tensors() {
            return Stream.of(tensor);
        }
    }

    /** A list, a tuple, or the values of a dictionary. */
    record Many(List<Argument> parts) implements Argument {
        public Many {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<KerasTensor> tensors() {
            return parts.stream().flatMap(Argument::tensors);
        }
    }

    /** A setting of the call, not computed. */
    record Literal(JsonNode json) implements Argument {
        @Override
        public Stream<KerasTensor> tensors() {
            return Stream.of();
        }
    }

    /** All values of the graph in it, in order. */
    Stream<KerasTensor> tensors();
}
