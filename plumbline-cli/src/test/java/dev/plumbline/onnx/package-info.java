/** Runs the test cases that the ONNX package brings along, for {@code bench/onnx-conformance}. */
@NullMarked
package dev.plumbline.onnx;

import org.jspecify.annotations.NullMarked;
