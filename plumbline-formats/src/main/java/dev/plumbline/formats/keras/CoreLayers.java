package dev.plumbline.formats.keras;

/** Layers that transform features: Dense, Embedding, and those that change only the form. */
final class CoreLayers {
    private CoreLayers() {}

    static void rows(KerasLayers table) {
        table.map("Dense", Dense::call);
    }
}
