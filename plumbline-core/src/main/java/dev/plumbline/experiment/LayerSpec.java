package dev.plumbline.experiment;

/**
 * One layer as a person writes it.
 *
 * @param type its kind, as the registry of layer types knows it: {@code dense}, {@code conv2d}
 * @param settings its own settings, {@code units: 128}; {@code name} among them names the layer
 */
public record LayerSpec(String type, Settings settings) {}
