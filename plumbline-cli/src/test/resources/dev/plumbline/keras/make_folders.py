"""Makes folders of experiment.yaml, model.keras and data.npz, with the losses of 20 steps that Keras makes of them and its scores behind them.

All of them, or those that are named: KERAS_BACKEND=torch python make_folders.py tagger listed
"""
import os
import sys
import zipfile
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "torch")
here = Path(__file__).resolve().parent

import keras
import numpy as np

k = keras.layers
EXAMPLES, STEPS = 40, 20
SPARSE = "sparse_categorical_crossentropy"
LOGITS = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def tagger(rng):
    x = keras.Input((6,), dtype="int64", name="x")
    y = k.Bidirectional(k.LSTM(4, return_sequences=True))(k.Embedding(12, 5)(x))
    words = rng.integers(0, 12, (EXAMPLES, 6))
    model = keras.Model(x, k.Dense(3, activation="softmax")(y))
    model.compile(keras.optimizers.SGD(0.2, momentum=0.9), SPARSE, metrics=["accuracy"])
    return model, {"x": words}, {"y": (words + np.roll(words, 1, 1)) % 3}


def segmentation(rng):
    x = keras.Input((5, 4, 2), name="x")
    y = k.Conv2D(3, 1)(k.Conv2D(6, 3, padding="same", activation="relu")(x))
    images = rng.standard_normal((EXAMPLES, 5, 4, 2)).astype("float32")
    model = keras.Model(x, y)
    model.compile(keras.optimizers.Adam(0.01), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return model, {"x": images}, {"y": (images[..., 0] > 0).astype("int64") + (images[..., 1] > 0)}


def two(rng):
    x = keras.Input((4,), name="x")
    h = k.Dense(8, activation="tanh", kernel_regularizer=keras.regularizers.L2(0.01))(x)
    model = keras.Model(x, [k.Dense(3, activation="softmax", name="kind")(h), k.Dense(2, name="price")(h)])
    numbers = rng.standard_normal((EXAMPLES, 4)).astype("float32")
    return model, {"x": numbers}, {"kind": numbers[:, :3].argmax(1), "price": np.stack([numbers.sum(1), numbers[:, 0] ** 2], 1)}


def weighted(rng):
    model, x, y = two(rng)
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9), loss={"price": "mse", "kind": SPARSE},
                  loss_weights={"price": 0.3, "kind": 2.0}, metrics={"kind": ["accuracy"], "price": ["mae"]})
    return model, x, y


def listed(rng):
    x = keras.Input((4,), name="x")
    tokens = keras.Input((3,), dtype="int64", name="tokens")
    h = k.Concatenate()([k.Dense(5, activation="relu")(x), k.Flatten()(k.Embedding(6, 2)(tokens))])
    outputs = [k.Dense(1, name="a")(h), k.Dense(1, activation="sigmoid", name="b")(h), k.Dense(2, name="c")(h)]
    model = keras.Model([x, tokens], outputs)
    numbers, ids = rng.standard_normal((EXAMPLES, 4)).astype("float32"), rng.integers(0, 6, (EXAMPLES, 3))
    model.compile(keras.optimizers.Adam(0.02), loss=["huber", "binary_crossentropy", "mae"], metrics=[["mae"], ["accuracy"], []])
    return model, {"x": numbers, "tokens": ids}, {
        "a": numbers[:, :1] * 2, "b": (ids.sum(1) > 7).astype("int64"), "c": numbers[:, 1:3] + ids[:, :2]}


def void(rng):
    """A class at each pixel, where 255 stands for none; one batch has nothing else."""
    x = keras.Input((5, 4, 2), name="x")
    y = k.Conv2D(3, 1)(k.Conv2D(6, 3, padding="same", activation="relu")(x))
    images = rng.standard_normal((EXAMPLES, 5, 4, 2)).astype("float32")
    model = keras.Model(x, y)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class=255)
    model.compile(keras.optimizers.Adam(0.01), loss, weighted_metrics=["accuracy"])
    classes = (images[..., 0] > 0).astype("uint8") + (images[..., 1] > 0)
    classes[rng.random(classes.shape) < 0.3] = 255
    classes[16:24] = 255
    return model, {"x": images}, {"y": classes}


def unlabelled(rng):
    """A class for each example, where -1 stands for none; all in one batch, since Plumbline leaves such examples out."""
    x = keras.Input((6,), name="x")
    model = keras.Model(x, k.Dense(3, activation="softmax")(k.Dense(8, activation="tanh")(x)))
    model.compile(keras.optimizers.SGD(0.3, momentum=0.9), keras.losses.SparseCategoricalCrossentropy(ignore_class=-1),
                  weighted_metrics=["accuracy"])
    numbers = rng.standard_normal((EXAMPLES, 6)).astype("float32")
    kinds = numbers[:, :3].argmax(1)
    kinds[::4] = -1
    return model, {"x": numbers}, {"y": kinds}


def padded(rng):
    """A class for each step, where 0 stands for none, and one for each example, where -1 does."""
    x = keras.Input((6,), name="x")
    h = k.Dense(8, activation="tanh")(x)
    steps = k.Dense(3, activation="softmax", name="steps")(k.Reshape((4, 2))(h))
    model = keras.Model(x, [steps, k.Dense(3, name="kind")(h)])
    loss = {"kind": keras.losses.SparseCategoricalCrossentropy(ignore_class=-1, from_logits=True),
            "steps": keras.losses.SparseCategoricalCrossentropy(ignore_class=0)}
    model.compile(keras.optimizers.SGD(0.3, momentum=0.9), loss, weighted_metrics={"kind": "accuracy", "steps": "accuracy"})
    numbers = rng.standard_normal((EXAMPLES, 6)).astype("float32")
    kinds = numbers[:, :3].argmax(1)
    kinds[::3] = -1
    return model, {"x": numbers}, {"steps": (numbers[:, :4] > 0).astype("int64") + (numbers[:, 1:5] > 0), "kind": kinds}


def small(rng):
    x = keras.Input((6,), name="x")
    h = k.Dense(8, activation="tanh", kernel_constraint=keras.constraints.MinMaxNorm(0.2, 0.8, 0.5))(x)
    numbers = rng.standard_normal((EXAMPLES, 6)).astype("float32")
    return keras.Model(x, k.Dense(3)(k.BatchNormalization()(h))), numbers, numbers[:, :3].argmax(1)


def accumulated(rng):
    model, x, y = small(rng)
    rate = keras.optimizers.schedules.PiecewiseConstantDecay([4, 10], [0.05, 0.1, 0.02])
    optimizer = keras.optimizers.AdamW(rate, weight_decay=0.05, clipnorm=0.1, gradient_accumulation_steps=3)
    model.compile(optimizer, LOGITS, metrics=["accuracy"])
    return model, {"x": x}, {"y": y}


def averaged(rng):
    model, x, y = small(rng)
    optimizer = keras.optimizers.SGD(0.5, momentum=0.9, use_ema=True, ema_momentum=0.8, ema_overwrite_frequency=6)
    model.compile(optimizer, LOGITS, metrics=["accuracy"])
    return model, {"x": x}, {"y": y}


def both(rng):
    model, x, y = small(rng)
    optimizer = keras.optimizers.RMSprop(0.03, use_ema=True, ema_momentum=0.7, ema_overwrite_frequency=3, gradient_accumulation_steps=2)
    model.compile(optimizer, LOGITS, metrics=["accuracy"])
    return model, {"x": x}, {"y": y}


def orthogonal(rng):
    angles = keras.regularizers.OrthogonalRegularizer
    x = keras.Input((5,), dtype="int64", name="x")
    h = k.Embedding(9, 6, embeddings_regularizer=angles(0.3))(x)
    # from angles that are right but for rounding, whose signs are anyone's, no two programs go the same way
    h = k.LSTM(4, kernel_regularizer=angles(0.2, "columns"), recurrent_regularizer=angles(0.4), recurrent_initializer="glorot_uniform")(h)
    h = k.Dense(5, activation="tanh", kernel_regularizer=angles(0.5, "columns"), activity_regularizer=angles(0.3))(h)
    model = keras.Model(x, k.Dense(3, kernel_regularizer=angles(0.6))(h))
    model.compile(keras.optimizers.Adam(0.02), LOGITS, metrics=["accuracy"])
    words = rng.integers(0, 9, (EXAMPLES, 5))
    return model, {"x": words}, {"y": words[:, 0] % 3}


def heads(rng):
    """The first output has no loss, and the others come from models of their own."""
    x = keras.Input((6,), name="x")
    h = k.Dense(8, activation="tanh")(x)
    kind = keras.Sequential([keras.Input((8,)), k.Dense(5, activation="relu"), k.Dense(3)], name="kind")
    price = keras.Sequential([keras.Input((8,)), k.Dense(2, activation="relu"), k.Dense(1)], name="price")
    model = keras.Model(x, [k.Dense(2, name="shown")(h), kind(h), price(h)])
    model.compile(keras.optimizers.Adam(0.02), loss=[None, LOGITS, "mae"], loss_weights=[None, 1.5, 0.5], metrics=[None, ["accuracy"], ["mae"]])
    numbers = rng.standard_normal((EXAMPLES, 6)).astype("float32")
    return model, {"x": numbers}, {"shown": np.zeros((EXAMPLES, 2)), "kind": numbers[:, :3].argmax(1), "price": numbers.sum(1, keepdims=True)}


def last(rng):
    x = keras.Input((6,), name="x")
    h = k.Dense(8, activation="tanh")(x)
    model = keras.Model(x, [k.Dense(2, name="shown")(h), k.Dense(1, name="price")(h)])
    model.compile(keras.optimizers.Adam(0.02), loss=[None, "mse"], metrics=[None, ["mae"]])
    numbers = rng.standard_normal((EXAMPLES, 6)).astype("float32")
    return model, {"x": numbers}, {"shown": np.zeros((EXAMPLES, 2)), "price": numbers.sum(1, keepdims=True)}


def lengths(rng):
    """The file does not say how long a sequence is, and what it holds can only be built by one who knows."""
    x = keras.Input((None, 3), name="x")
    h = k.GRU(5, return_sequences=True, reset_after=False)(k.Masking(mask_value=-1.0)(x))
    model = keras.Model(x, k.Dense(2)(k.GlobalAveragePooling1D()(k.Add()([h, k.MultiHeadAttention(2, 3)(h, h)]))))
    model.compile(keras.optimizers.Lamb(0.02), "huber", metrics=["mae"])
    steps = rng.standard_normal((EXAMPLES, 6, 3)).astype("float32")
    steps[5:20, 4:] = -1
    steps[30, 1:] = -1
    return model, {"x": steps}, {"y": steps[:, 0, :2]}


def formulas(rng):
    """A language model whose output shares the embedding's table, and some of keras.ops on the way."""
    o = keras.ops
    x, vocabulary = keras.Input((6,), dtype="int64", name="x"), keras.Input((10,), dtype="int64", name="vocabulary")
    table = k.Embedding(10, 8)
    h = table(x)
    h = k.LayerNormalization()(h + k.MultiHeadAttention(2, 4)(h, h, use_causal_mask=True))
    h = o.leaky_relu(h) * o.log1p(o.square(h)) + o.arctan(h) / (1 + o.std(h, axis=-1, keepdims=True)) + o.erf(h)
    h = o.swapaxes(k.Dense(6)(o.swapaxes(h, 1, 2)), -1, -2) - o.expm1(-o.abs(h)) * o.sign(h)
    logits = o.einsum("btd,bvd->btv", h, table(vocabulary))
    model = keras.Model([x, vocabulary], logits - o.logsumexp(logits, axis=-1, keepdims=True))
    model.compile(keras.optimizers.AdamW(0.01, global_clipnorm=1.0), LOGITS, metrics=["accuracy"])
    words = rng.integers(0, 10, (EXAMPLES, 6))
    return model, {"x": words, "vocabulary": np.tile(np.arange(10), (EXAMPLES, 1))}, {"y": np.roll(words, -1, 1)}


def factored(rng):
    """Kernels of convolutions lie otherwise in Keras, and Adafactor looks at how they lie."""
    x = keras.Input((8, 8, 3), name="x")
    block = keras.Sequential([k.Conv2D(4, 3, padding="same", use_bias=False), k.BatchNormalization(), k.ReLU(6)], name="block")
    h = block(x)
    h = k.Add()([h, k.SeparableConv2D(4, 3, padding="same")(h)])
    h = k.GlobalMaxPooling2D()(k.Conv2DTranspose(5, 2, strides=2, activation="swish")(h))
    model = keras.Model(x, k.Dense(3, activation="softmax")(h))
    model.compile(keras.optimizers.Adafactor(0.05), SPARSE, metrics=["accuracy"])
    images = rng.standard_normal((EXAMPLES, 8, 8, 3)).astype("float16").astype("float32")
    return model, {"x": images}, {"y": images.mean((1, 2)).argmax(1)}


# Keras counts an ignored class as a wrong answer, unless it is told the same once more by weights
COUNTED = {
    "void": lambda y: y != 255,
    "unlabelled": lambda y: y != -1,
    "padded": lambda y: [y[0] != 0, y[1] != -1],
}


def compress(file):
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)


made = (tagger, segmentation, weighted, listed, void, unlabelled, padded, accumulated, averaged, both, orthogonal, heads, last, lengths, formulas, factored)
for make in [m for m in made if not sys.argv[1:] or m.__name__ in sys.argv[1:]]:
    rng = np.random.default_rng(7)
    keras.utils.set_random_seed(1)
    keras.backend.clear_session()
    model, inputs, targets = make(rng)
    batch = EXAMPLES if make is unlabelled else 8
    folder = here / ("folder-" + make.__name__)
    folder.mkdir(exist_ok=True)
    model.save(folder / "model.keras")
    compress(folder / "model.keras")
    np.savez_compressed(folder / "data.npz", **inputs, **{name: array for name, array in targets.items() if name != "shown"})
    (folder / "experiment.yaml").write_text(
        "data: {train: data.npz, validation: none}\nmodel: model.keras\n"
        f"training: {{batch-size: {batch}, epochs: {STEPS * batch // EXAMPLES}, shuffle: false}}\n")
    given = list(inputs.values()) if len(inputs) > 1 else next(iter(inputs.values()))
    wanted = list(targets.values()) if len(targets) > 1 else next(iter(targets.values()))
    part = lambda arrays, rows: [a[rows] for a in arrays] if isinstance(arrays, list) else arrays[rows]
    losses = []
    for step in range(STEPS):
        rows = slice(step * batch % EXAMPLES, step * batch % EXAMPLES + batch)
        model.reset_metrics()
        losses.append(float(np.asarray(model.train_on_batch(part(given, rows), part(wanted, rows), return_dict=True)["loss"])))
    (folder / "losses").write_text("\n".join(map(repr, losses)) + "\n")
    # as at the end of fit
    model.optimizer.finalize_variable_values(model.trainable_weights)
    weights = COUNTED[make.__name__](wanted) if make.__name__ in COUNTED else None
    scores = model.evaluate(given, wanted, batch_size=EXAMPLES, verbose=0, return_dict=True, sample_weight=weights)
    (folder / "scores").write_text("".join(f"{name} {value!r}\n" for name, value in sorted(scores.items())))
    print(make.__name__, losses[0], losses[-1], scores)
