package dev.plumbline.torch;

/** Normalization: values brought to mean 0 and deviation 1 over some of their axes. */
final class NormText {
    private NormText() {}

    static void rows(Translations table) {
        table.row("BatchNormalization", BatchNormText::batchNorm);
    }
}
