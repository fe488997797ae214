/**
 * Models in the Open Neural Network Exchange format, read into a {@link dev.plumbline.network.Network} and written from
 * one. {@link dev.plumbline.formats.onnx.OnnxReader} and {@link dev.plumbline.formats.onnx.OnnxWriter} are the ways in.
 */
@NullMarked
package dev.plumbline.formats.onnx;

import org.jspecify.annotations.NullMarked;
