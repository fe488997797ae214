package dev.plumbline.onnx;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Why a case is not counted. Each is a rule on what the case uses; no case is named. */
enum Exclusion {
    DOMAIN(
            "operators of another domain than ONNX's own (`ai.onnx.ml`, training, preview)",
            facts -> !facts.domains().isEmpty()),
    SEQUENCE(
            "sequences, optional values and maps, also within",
            facts -> facts.types().stream()
                            .anyMatch(t -> t.equals("sequence") || t.equals("optional") || t.equals("map"))
                    || facts.operators().stream()
                            .anyMatch(o -> o.contains("Sequence") && !o.equals("ReverseSequence")
                                    || o.startsWith("Optional"))),
    TEXT("text", facts -> facts.types().contains("string")),
    QUANTIZED(
            "quantized numbers: float8, float4, int4, int2 and the operators that make or take them",
            facts -> facts.types().stream().anyMatch(Exclusion::isNarrow)
                    || facts.operators().stream().anyMatch(Exclusion::isQuantized)),
    RANDOM("random numbers, which the specification does not fix", CaseFacts::random);

    private final String reason;
    private final Predicate<CaseFacts> rule;

    Exclusion(String reason, Predicate<CaseFacts> rule) {
        this.reason = reason;
        this.rule = rule;
    }

    private static boolean isNarrow(String type) {
        return type.startsWith("float8") || type.startsWith("float4") || type.matches("u?int[24]");
    }

    private static boolean isQuantized(String operator) {
        return operator.startsWith("QLinear")
                || operator.endsWith("QuantizeLinear")
                || operator.equals("DequantizeLinear")
                || operator.endsWith("Integer");
    }

    String reason() {
        return reason;
    }

    /** The first rule that a case falls under. */
    static Optional<Exclusion> of(CaseFacts facts) {
        return Arrays.stream(values()).filter(e -> e.rule.test(facts)).findFirst();
    }
}
