package dev.plumbline.torch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The table of operators: ONNX name to TorchScript. Each family's rows are in a file of their own. */
final class Translations {
    private final Map<String, Translation> byOperator = new HashMap<>();

    private Translations() {}

    /** Every operator that can be run; a new one is a new row of its family. */
    static Translations standard() {
        Translations table = new Translations();
        ProductText.rows(table);
        ClassLossText.rows(table);
        LayerText.rows(table);
        AttentionText.rows(table);
        SequenceMixText.rows(table);
        table.row("DeformConv", DeformText::conv);
        table.row("NonMaxSuppression", SuppressionText::suppression);
        NormText.rows(table);
        WindowText.rows(table);
        SamplingText.rows(table);
        ActivationText.rows(table);
        ArithmeticText.rows(table);
        LogicText.rows(table);
        ReductionText.rows(table);
        ShapeText.rows(table);
        IndexingText.rows(table);
        GeneratorText.rows(table);
        return table;
    }

    void row(String operator, Translation translation) {
        byOperator.put(operator, translation);
    }

    /** An operator that is a function of libtorch with the same inputs. */
    void call(String operator, String function) {
        row(operator, n -> n.call(function));
    }

    Set<String> operators() {
        return java.util.Collections.unmodifiableSet(byOperator.keySet());
    }

    /** @throws IllegalArgumentException naming the operator, if the table has no row for it */
    Translation get(String operator) {
        Translation translation = byOperator.get(operator);
        if (translation == null) {
            throw new IllegalArgumentException("operator " + operator + ": expected one that the engine can run, found "
                    + "none of that name. Add a row to Translations.");
        }
        return translation;
    }
}
