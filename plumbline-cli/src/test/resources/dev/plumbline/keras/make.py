"""Makes the models of this folder with Keras 3 (KERAS_BACKEND=torch or tensorflow): python make.py"""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(3)
folder = os.environ.get("OUT", os.path.dirname(os.path.abspath(__file__)))


def save(name, model, kinds):
    for variable in model.weights:
        values = rng.uniform(0.2, 0.9, variable.shape) if "variance" in variable.path else rng.normal(0, 0.4, variable.shape)
        variable.assign(values.astype("float32"))
    inputs = [rng.normal(0, 1, [3, *x.shape[1:]]).astype("float32") for x in model.inputs]
    outputs = model(inputs if len(inputs) > 1 else inputs[0], training=False)
    outputs = outputs if isinstance(outputs, (list, tuple)) else [outputs]
    arrays = {f"in{i}": x for i, x in enumerate(inputs)}
    arrays |= {f"out{i}": keras.ops.convert_to_numpy(y) for i, y in enumerate(outputs)}
    np.savez(f"{folder}/{name}.npz", **arrays)
    for kind in kinds:
        model.save(f"{folder}/{name}.{kind}")


x = keras.Input((8, 7, 2), name="image")
y = layers.Conv2D(3, 3, strides=2, padding="same", use_bias=False)(x)
y = layers.BatchNormalization()(y)
y = layers.ReLU(max_value=1.5)(y)
y = layers.DepthwiseConv2D(3, depth_multiplier=2, activation="gelu")(y)
y = layers.GlobalAveragePooling2D()(y)
y = layers.Dropout(0.2)(y)
save("cnn", keras.Model(x, layers.Dense(4, activation="softmax", name="head")(y)), ["keras", "h5"])

a, b = keras.Input((4,), name="left"), keras.Input((4,), name="right")
shared = layers.Dense(3, activation="tanh", kernel_regularizer="l2", name="shared")
inner = keras.Sequential([layers.Dense(3), layers.LayerNormalization(), layers.Dense(2)], name="inner")
p, q = shared(a), shared(b)
r = inner(layers.Add()([p, q])) * 2.0
save("shared", keras.Model([a, b], [layers.Concatenate()([r, p]), r]), ["keras"])
