/**
 * Experiments on libtorch: a network becomes a TorchScript program, and whole training steps run in one native call.
 */
@NullMarked
package dev.plumbline.torch;

import org.jspecify.annotations.NullMarked;
