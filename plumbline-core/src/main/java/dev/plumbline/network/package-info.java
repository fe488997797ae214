/**
 * The network as a graph of named nodes whose operators mean what the ONNX operators of those names mean, and how one
 * is made from layers or an architecture.
 */
@NullMarked
package dev.plumbline.network;

import org.jspecify.annotations.NullMarked;
