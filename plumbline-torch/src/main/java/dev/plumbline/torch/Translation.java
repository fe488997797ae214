package dev.plumbline.torch;

/**
 * One ONNX operator in TorchScript.
 *
 * <p>To add one: a row in its family ({@link ActivationText}) whose expression computes the operator's first output.
 */
@FunctionalInterface
interface Translation {
    /** The expression of the first output; lines that it needs before it are written through the node. */
    String expression(NodeText node);
}
