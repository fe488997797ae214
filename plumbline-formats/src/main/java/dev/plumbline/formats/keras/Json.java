package dev.plumbline.formats.keras;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.UnusableInputException;
import java.io.IOException;

/** JSON as Python writes it, with NaN and Infinity. What nests deeper than any model does is refused. */
final class Json {
    private static final int DEEPEST = 500;
    private static final int LONGEST_TEXT = 64 << 20;

    private Json() {}

    /** @throws UnusableInputException if it is not a JSON object */
    static JsonNode object(String text, String subject) {
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .build();
        JsonNode node;
        try {
            node = new ObjectMapper(factory).readTree(text);
        } catch (JsonProcessingException e) {
            throw wrong(subject, "text that is none (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            throw wrong(subject, "text that is none (" + e.getMessage() + ")");
        }
        if (node == null || !node.isObject()) {
            throw wrong(subject, node == null ? "nothing" : node.getNodeType().toString());
        }
        return node;
    }

    private static UnusableInputException wrong(String subject, String found) {
        return new UnusableInputException(
                subject, "a JSON object", found, "Save the model again with model.save(\"model.keras\").");
    }
}
